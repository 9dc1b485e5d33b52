#include "core/base/message_json.h"

#include <boost/json.hpp>

#include "core/base/error.h"

namespace afa {

namespace json = boost::json;

class MessageJson {
  public:
    static json::value write(const Message& message) {
        if (message.verbatim_ || message.empty()) return json::string(message.source_);
        json::array arguments;
        for (const auto& argument : message.arguments_) {
            if (const auto* text = std::get_if<std::string>(&argument))
                arguments.emplace_back(*text);
            else if (const auto* option = std::get_if<Option>(&argument))
                arguments.push_back(json::object{{"option", option->name}, {"value", option->value}});
            else
                arguments.push_back(write(std::get<Message>(argument)));
        }
        return json::object{{"source", message.source_}, {"arguments", std::move(arguments)}};
    }

    static Message read(const json::value& value) {
        if (value.is_string()) return Message::verbatim(value_to<std::string>(value));
        const auto& object = value.as_object();
        Message message;
        message.source_ = value_to<std::string>(object.at("source"));
        for (const auto& argument : object.at("arguments").as_array()) {
            const auto* fields = argument.if_object();
            if (const auto* name = fields ? fields->if_contains("option") : nullptr)
                message.arguments_.emplace_back(
                    Option{value_to<std::string>(*name), value_to<std::string>(fields->at("value"))});
            else
                message.arguments_.emplace_back(read(argument));
        }
        message.requireAllPlaces();
        return message;
    }
};

json::value messageJson(const Message& message) {
    return MessageJson::write(message);
}

Message messageFromJson(const json::value& value, const std::string& where) {
    try {
        return MessageJson::read(value);
    } catch (
        const std::exception&) {  // of Boost.JSON, which tells its own lines, or a place without argument
        throw FileError(Message::of("%1: expected a message, found another JSON value", where));
    }
}

}  // namespace afa
