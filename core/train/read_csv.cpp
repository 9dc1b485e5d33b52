#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/base/text.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

/// RFC 4180: fields in quotes may hold commas, line ends and doubled quotes; LF alone ends a row too.
class CsvRows {
  public:
    CsvRows(std::string_view text, char separator)
        : rest_(text), ends_{separator, '\n'}, separator_(separator) {}

    struct Row {
        std::vector<std::string> fields;
        std::int64_t line = 0;  ///< where it begins, from 1
        bool closed = true;     ///< false: a quote is open at the end of the file
    };

    std::optional<Row> next() {
        if (rest_.empty()) return std::nullopt;
        Row row;
        row.line = line_;
        for (bool more = true; more;)
            more = takeField(row);
        return row;
    }

  private:
    /// Whether another field of the row follows.
    bool takeField(Row& row) {
        std::string field;
        if (rest_.starts_with('"')) takeQuoted(field, row);
        const auto end =
            std::min(rest_.find_first_of(std::string_view(ends_.data(), ends_.size())), rest_.size());
        field += rest_.substr(0, end);
        rest_.remove_prefix(end);
        const char separator = rest_.empty() ? '\n' : rest_.front();
        if (!rest_.empty()) rest_.remove_prefix(1);
        if (separator == '\n') {
            ++line_;
            if (field.ends_with('\r')) field.pop_back();
        }
        row.fields.push_back(std::move(field));
        return separator == separator_;
    }

    void takeQuoted(std::string& field, Row& row) {
        rest_.remove_prefix(1);
        for (;;) {
            const auto quote = rest_.find('"');
            const auto part = rest_.substr(0, quote);
            field += part;
            line_ += std::count(part.begin(), part.end(), '\n');
            if (quote == std::string_view::npos) {
                rest_ = {};
                row.closed = false;
                return;
            }
            rest_.remove_prefix(quote + 1);
            if (!rest_.starts_with('"')) return;
            field += '"';
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
    std::array<char, 2> ends_;
    char separator_;
    std::int64_t line_ = 1;
};

template <typename Names>
std::optional<std::size_t> column(const CsvRows::Row& header, const Names& names) {
    for (const auto name : names)
        for (std::size_t i = 0; i < header.fields.size(); ++i)
            if (trimmed(header.fields[i]) == name) return i;
    return std::nullopt;
}

/// The one under which the first row names the columns; spreadsheets of some countries write `;`.
std::optional<char> separatorOf(std::string_view text) {
    for (const char separator : {',', ';', '\t'}) {
        const auto header = CsvRows(text, separator).next();
        if (header && column(*header, kImageNames) && column(*header, kCaptionNames)) return separator;
    }
    return std::nullopt;
}

}  // namespace

bool readCsv(const ManifestText& manifest, TrainingData& data) {
    const auto separator = separatorOf(manifest.text);
    if (!separator) return false;
    CsvRows rows(manifest.text, *separator);
    const auto header = rows.next();
    const auto image = column(*header, kImageNames), text = column(*header, kCaptionNames);
    while (const auto row = rows.next()) {
        const auto origin = manifest.name() + ":" + std::to_string(row->line);
        const auto problem = [&](const Message& what) { data.problems.push_back({origin, what}); };
        if (row->fields.size() == 1 && trimmed(row->fields[0]).empty() && row->closed)
            continue;  // blank line
        if (!row->closed)
            problem(Message::of("a quote is opened and never closed; everything after it is lost"));
        else if (row->fields.size() != header->fields.size())
            problem(Message::of("expected %1 columns, found %2", header->fields.size(), row->fields.size()));
        else
            addPicture({manifest.path.parent_path()}, row->fields[*image], row->fields[*text], origin, data);
    }
    return true;
}

}  // namespace afa
