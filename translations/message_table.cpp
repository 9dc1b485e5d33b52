// Build tool: the translated messages of core, out of Qt Linguist's files, as a C++ table.
//   message_table OUTPUT.cpp LANGUAGE=FILE.ts ..
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

std::string literal(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else
            quoted += c;
    }
    return quoted + '"';
}

std::map<std::string, std::string> finishedMessages(const std::string& file) {
    boost::property_tree::ptree document;
    boost::property_tree::read_xml(file, document);
    std::map<std::string, std::string> messages;
    for (const auto& [tag, context] : document.get_child("TS"))
        if (tag == "context")
            for (const auto& [kind, message] : context)
                if (kind == "message" && !message.get("translation", "").empty() &&
                    message.get("translation.<xmlattr>.type", "") != "unfinished")
                    messages[message.get<std::string>("source")] = message.get<std::string>("translation");
    return messages;
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 2) throw std::runtime_error("usage: message_table OUTPUT.cpp LANGUAGE=FILE.ts ..");
    std::ofstream output(arguments[1]);
    output << "#include \"core/base/language.h\"\n\nnamespace afa {\n\n";
    std::string languages;
    for (int i = 2; i < count; ++i) {
        const std::string given = arguments[i];
        const auto split = given.find('=');
        const auto name = given.substr(0, split);
        const auto messages = finishedMessages(given.substr(split + 1));
        output << "static const TranslatedMessage k_" << name << "[] = {\n";
        for (const auto& [source, translation] : messages)  // sorted by bytes, as they are looked up
            output << "    {" << literal(source) << ",\n     " << literal(translation) << "},\n";
        output << "};\n\n";
        languages += "    {\"" + name + "\", k_" + name + "},\n";
    }
    output << "static const LanguageTable kTables[] = {\n"
           << languages << "};\n\n"
           << "std::span<const LanguageTable> languageTables() {\n    return kTables;\n}\n\n}  // namespace "
              "afa\n";
    output.close();
    return output ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "message_table: " << error.what() << "\n";
    return 1;
}
