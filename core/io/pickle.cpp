#include "core/io/pickle.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/pickle_opcodes.h"

namespace afa {
namespace {

using namespace pickle_opcode;

// Budgets. A checkpoint of 1,200 tensors makes about 20,000 nodes.
constexpr std::size_t kMaxNodes = 4'000'000;
constexpr std::size_t kMaxStack = 4'000'000;
constexpr std::size_t kMaxMarks =
    1'000;  // depth of nesting: the reference pickler recurses and stops near it, too
constexpr std::size_t kMaxGlobals = 10'000;
constexpr std::size_t kMaxGlobalName = 512;
constexpr std::size_t kMaxBytes = std::size_t{256} << 20;
constexpr int kMaxProtocol = 5;

}  // namespace

class Pickle::Machine {
  public:
    Machine(Pickle& pickle, std::span<const std::byte> bytes, const std::string& path, GlobalPolicy policy)
        : pickle_(pickle),
          path_(path),
          policy_(std::move(policy)),
          in_(bytes.first(std::min(bytes.size(), kMaxBytes)),
              Message::of("%1: damaged PyTorch file: pickle", path)) {}

    void run() {
        while (step()) {
        }
        if (stack_.size() != 1 || !marks_.empty()) fail(Message::of("ends with %1 values", stack_.size()));
        pickle_.root_ = stack_.back();
        pickle_.size_ = in_.position();
    }

  private:
    [[noreturn]] void fail(const Message& reason) const {
        throw FileError(Message::of("%1: damaged PyTorch file: pickle, before byte %2: %3; download it again",
                                    path_, in_.position(), reason));
    }

    /// False at STOP.
    bool step() {
        const auto opcode = in_.number<unsigned char>();
        switch (opcode) {
            case STOP:
                return false;
            case PROTO:
                if (const int version = in_.number<unsigned char>(); version > kMaxProtocol)
                    fail(Message::of("protocol %1, expected at most %2", version, kMaxProtocol));
                return true;
            case FRAME:
                in_.number<std::uint64_t>();
                return true;  // a hint for buffered readers only

            case NONE:
                push(Kind::None);
                return true;
            case NEWTRUE:
                pushInteger(Kind::Bool, 1);
                return true;
            case NEWFALSE:
                pushInteger(Kind::Bool, 0);
                return true;
            case BININT:
                pushInteger(Kind::Integer, in_.number<std::int32_t>());
                return true;
            case BININT1:
                pushInteger(Kind::Integer, in_.number<std::uint8_t>());
                return true;
            case BININT2:
                pushInteger(Kind::Integer, in_.number<std::uint16_t>());
                return true;
            case INT:
                pushDecimal(in_.line(), true);
                return true;
            case LONG:
                pushDecimal(in_.line(), false);
                return true;
            case LONG1:
                pushLong(in_.text(in_.number<std::uint8_t>()));
                return true;
            case LONG4:
                pushLong(in_.text(in_.number<std::uint32_t>()));
                return true;
            case FLOAT:
                in_.line();
                push(Kind::Real);
                return true;
            case BINFLOAT:
                in_.take(8);
                push(Kind::Real);
                return true;

            case STRING:
                pushQuoted(in_.line());
                return true;
            case UNICODE:
                pushUnescaped(in_.line());
                return true;
            case BINSTRING:
            case BINUNICODE:
                pushText(Kind::Text, in_.number<std::uint32_t>());
                return true;
            case SHORT_BINSTRING:
            case SHORT_BINUNICODE:
                pushText(Kind::Text, in_.number<std::uint8_t>());
                return true;
            case BINUNICODE8:
                pushText(Kind::Text, in_.number<std::uint64_t>());
                return true;
            case BINBYTES:
                pushText(Kind::Bytes, in_.number<std::uint32_t>());
                return true;
            case SHORT_BINBYTES:
                pushText(Kind::Bytes, in_.number<std::uint8_t>());
                return true;
            case BINBYTES8:
            case BYTEARRAY8:
                pushText(Kind::Bytes, in_.number<std::uint64_t>());
                return true;

            case MARK:
                if (marks_.size() == kMaxMarks) fail(Message::of("more than %1 levels", kMaxMarks));
                marks_.push_back(stack_.size());
                return true;
            case POP:
                if (!marks_.empty() && marks_.back() == stack_.size())
                    marks_.pop_back();
                else
                    pop();
                return true;
            case POP_MARK:
                popMark();
                return true;
            case DUP:
                pushId(top());
                return true;

            case EMPTY_TUPLE:
                push(Kind::Tuple);
                return true;
            case EMPTY_LIST:
                push(Kind::List);
                return true;
            case EMPTY_DICT:
                push(Kind::Dict);
                return true;
            case EMPTY_SET:
                push(Kind::Set);
                return true;
            case TUPLE1:
                pushItems(Kind::Tuple, popItems(1));
                return true;
            case TUPLE2:
                pushItems(Kind::Tuple, popItems(2));
                return true;
            case TUPLE3:
                pushItems(Kind::Tuple, popItems(3));
                return true;
            case TUPLE:
                pushItems(Kind::Tuple, popMark());
                return true;
            case LIST:
                pushItems(Kind::List, popMark());
                return true;
            case FROZENSET:
                pushItems(Kind::Set, popMark());
                return true;
            case DICT:
                pushDict(popMark());
                return true;

            case APPEND:
                extend(Kind::List, popItems(1));
                return true;
            case APPENDS:
                extend(Kind::List, popMark());
                return true;
            case ADDITEMS:
                extend(Kind::Set, popMark());
                return true;
            case SETITEM:
                extend(Kind::Dict, popItems(2));
                return true;
            case SETITEMS:
                extend(Kind::Dict, popMark());
                return true;

            case PUT:
                memoize(textIndex());
                return true;
            case BINPUT:
                memoize(in_.number<std::uint8_t>());
                return true;
            case LONG_BINPUT:
                memoize(in_.number<std::uint32_t>());
                return true;
            case MEMOIZE:
                memoize(static_cast<std::uint32_t>(memo_.size()));
                return true;
            case GET:
                recall(textIndex());
                return true;
            case BINGET:
                recall(in_.number<std::uint8_t>());
                return true;
            case LONG_BINGET:
                recall(in_.number<std::uint32_t>());
                return true;

            case GLOBAL: {
                const auto module = in_.line();
                pushGlobal(module, in_.line());
                return true;
            }
            case STACK_GLOBAL: {
                const auto names = popItems(2);
                pushGlobal(textOf(names[0]), textOf(names[1]));
                return true;
            }
            case PERSID:
                fail(Message::of("a persistent id in text form"));
            case BINPERSID:
                pushItems(Kind::Persistent, popItems(1));
                return true;
            case REDUCE:
            case NEWOBJ: {
                const auto parts = popItems(2);
                call(parts[0], parts[1]);
                return true;
            }
            case NEWOBJ_EX: {
                const auto parts = popItems(3);  // keyword arguments change nothing for what is ever read
                call(parts[0], parts[1]);
                return true;
            }
            case OBJ: {
                auto items = popMark();
                if (items.empty()) fail(Message::of("an object without a class"));
                const Id callee = items.front();
                items.erase(items.begin());
                call(callee, make(Kind::Tuple, std::move(items)));
                return true;
            }
            case INST: {
                const auto module = in_.line();
                const auto name = in_.line();
                const Id arguments = make(Kind::Tuple, popMark());
                pushGlobal(module, name);
                const Id callee = pop();
                call(callee, arguments);
                return true;
            }
            case BUILD:
                build();
                return true;
            default:
                fail(Message::of("unknown opcode %1", opcode));
        }
    }

    // --- nodes and stack
    Node& at(Id id) { return pickle_.nodes_[id]; }

    Id make(Kind kind, std::vector<Id> items = {}) {
        if (pickle_.nodes_.size() == kMaxNodes) fail(Message::of("more than %1 objects", kMaxNodes));
        pickle_.nodes_.push_back({kind, 0, {}, std::move(items)});
        return static_cast<Id>(pickle_.nodes_.size() - 1);
    }

    void pushId(Id id) {
        if (stack_.size() == kMaxStack) fail(Message::of("more than %1 values on the stack", kMaxStack));
        stack_.push_back(id);
    }
    void push(Kind kind) { pushId(make(kind)); }
    void pushItems(Kind kind, std::vector<Id> items) { pushId(make(kind, std::move(items))); }
    void pushInteger(Kind kind, std::int64_t value) {
        push(kind);
        at(stack_.back()).integer = value;
    }
    void pushText(Kind kind, std::uint64_t size) {
        const auto text = in_.text(size);
        push(kind);
        at(stack_.back()).text = text;
    }

    /// Values above the last mark; a pickle must not reach below it.
    std::size_t available() const { return stack_.size() - (marks_.empty() ? 0 : marks_.back()); }
    Id top() const {
        if (available() == 0) fail(Message::of("the stack is empty"));
        return stack_.back();
    }
    Id pop() {
        const Id id = top();
        stack_.pop_back();
        return id;
    }
    std::vector<Id> popItems(std::size_t count) {
        if (available() < count) fail(Message::of("the stack is empty"));
        std::vector<Id> items(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
        stack_.resize(stack_.size() - count);
        return items;
    }
    std::vector<Id> popMark() {
        if (marks_.empty()) fail(Message::of("no mark on the stack"));
        auto items = popItems(stack_.size() - marks_.back());
        marks_.pop_back();
        return items;
    }

    // --- numbers and texts
    void pushDecimal(std::string_view digits, bool booleans) {
        if (booleans && (digits == "00" || digits == "01")) return pushInteger(Kind::Bool, digits == "01");
        if (digits.ends_with('L')) digits.remove_suffix(1);
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (digits.empty() || end != digits.data() + digits.size()) fail(Message::of("not an integer"));
        if (error == std::errc::result_out_of_range) return push(Kind::Opaque);  // no size, no place
        if (error != std::errc()) fail(Message::of("not an integer"));
        pushInteger(Kind::Integer, value);
    }

    void pushLong(std::string_view bytes) {
        if (bytes.size() > sizeof(std::int64_t)) {
            push(Kind::BigInteger);
            at(stack_.back()).text = bytes;
            return;
        }
        std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) ? ~std::uint64_t{0} : 0;
        std::memcpy(&value, bytes.data(), bytes.size());
        pushInteger(Kind::Integer, static_cast<std::int64_t>(value));
    }

    void pushUnescaped(std::string_view text) {
        // Protocol 0 escapes line ends and what is not Latin-1: no name of a tensor.
        if (text.find('\\') != std::string_view::npos) return push(Kind::Opaque);
        push(Kind::Text);
        at(stack_.back()).text = text;
    }

    void pushQuoted(std::string_view text) {
        if (text.size() < 2 || text.front() != text.back() || (text.front() != '\'' && text.front() != '"'))
            fail(Message::of("a text without quotes"));
        pushUnescaped(text.substr(1, text.size() - 2));
    }

    std::string_view textOf(Id id) {
        if (at(id).kind != Kind::Text) fail(Message::of("expected a text"));
        return at(id).text;
    }

    // --- containers
    void pushDict(std::vector<Id> items) {
        if (items.size() % 2) fail(Message::of("a key without a value"));
        pushItems(Kind::Dict, std::move(items));
    }

    void extend(Kind kind, const std::vector<Id>& items) {
        if (kind == Kind::Dict && items.size() % 2) fail(Message::of("a key without a value"));
        Node& target = at(top());
        if (target.kind == Kind::Opaque) {
            if (kind != Kind::Dict || target.integer == 0 || pickle_.isDangerous(target)) return;
            target.kind = Kind::Dict;  // what takes keys is a dict, whatever its class is called
        }
        if (target.kind != kind) fail(Message::of("items for a value that takes none"));
        target.items.insert(target.items.end(), items.begin(), items.end());
    }

    // --- memo
    std::uint32_t textIndex() {
        const auto digits = in_.line();
        std::uint32_t index = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (error != std::errc() || end != digits.data() + digits.size())
            fail(Message::of("not a place in the memo"));
        return index;
    }
    void memoize(std::uint32_t index) {
        const Id id = top();
        if (memo_.size() == kMaxNodes) fail(Message::of("more than %1 objects in the memo", kMaxNodes));
        memo_[index] = id;
    }
    void recall(std::uint32_t index) {
        const auto found = memo_.find(index);
        if (found == memo_.end()) fail(Message::of("nothing at place %1 of the memo", index));
        pushId(found->second);
    }

    // --- globals and calls
    void pushGlobal(std::string_view module, std::string_view name) {
        if (module.size() + name.size() >= kMaxGlobalName)
            fail(Message::of("a global with a name longer than any"));
        const std::string dotted = std::string(module) + "." + std::string(name);
        const auto [place, isNew] = globalPlaces_.try_emplace(dotted, pickle_.globals_.size());
        if (isNew) {
            const GlobalUse use = policy_(dotted);
            if (pickle_.globals_.size() == kMaxGlobals)
                fail(Message::of("more than %1 globals", kMaxGlobals));
            if (use == GlobalUse::Noted) pickle_.notes_.push_back(printableName(dotted));
            if (use == GlobalUse::Dangerous) pickle_.wouldRun_.push_back(printableName(dotted));
            pickle_.globals_.push_back({dotted, use});
        }
        pushInteger(Kind::Global, static_cast<std::int64_t>(place->second));
    }

    /// Nothing is called: the result is a node that knows what Python would have called.
    void call(Id callee, Id arguments) {
        if (at(arguments).kind != Kind::Tuple && at(arguments).kind != Kind::Opaque)
            fail(Message::of("a call without a tuple of arguments"));
        if (at(callee).kind == Kind::Opaque) return pushInteger(Kind::Opaque, at(callee).integer);
        if (at(callee).kind != Kind::Global) fail(Message::of("a call of what is no global"));
        if (at(arguments).kind == Kind::Opaque) return pushOpaque(callee);
        switch (pickle_.globals_[static_cast<std::size_t>(at(callee).integer)].use) {
            case GlobalUse::Call:
                return pushItems(Kind::Call, {callee, arguments});
            case GlobalUse::Dict:
                return pushItems(Kind::Dict, pairsOf(arguments));
            default:
                return pushOpaque(reconstructed(callee, arguments));
        }
    }

    void pushOpaque(Id global) { pushInteger(Kind::Opaque, at(global).integer + 1); }

    /// copyreg._reconstructor(class, ..), as protocols 0 and 1 write: the class is of interest.
    Id reconstructed(Id callee, Id arguments) {
        const auto& items = at(arguments).items;
        const bool generic = pickle_.globalName(at(callee)).ends_with("._reconstructor");
        return generic && !items.empty() && at(items[0]).kind == Kind::Global ? items[0] : callee;
    }

    /// Keys and values of OrderedDict([[key, value], ..]), as Python 2 pickled it.
    std::vector<Id> pairsOf(Id arguments) {
        std::vector<Id> items;
        for (const Id argument : at(arguments).items) {
            if (at(argument).kind != Kind::List && at(argument).kind != Kind::Tuple)
                continue;  // a default factory
            for (const Id pair : at(argument).items) {
                const auto& parts = at(pair).items;
                if ((at(pair).kind != Kind::List && at(pair).kind != Kind::Tuple) || parts.size() != 2)
                    fail(Message::of("a dict made from what is no pair"));
                // Unlike other items these are copied, so that a few bytes could ask for the same list many
                // times.
                if (++copiedPairs_ > kMaxStack) fail(Message::of("more than %1 copied items", kMaxStack));
                items.insert(items.end(), parts.begin(), parts.end());
            }
        }
        return items;
    }

    /// Attributes set on an object: of a dict or a tensor they carry no values (OrderedDict._metadata).
    void build() {
        pop();
        const Kind kind = at(top()).kind;
        if (kind != Kind::Opaque && kind != Kind::Dict && kind != Kind::Call)
            fail(Message::of("attributes for a plain value"));
    }

    Pickle& pickle_;
    std::string path_;
    GlobalPolicy policy_;
    ByteReader in_;
    std::vector<Id> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::uint32_t, Id> memo_;
    std::unordered_map<std::string, std::size_t> globalPlaces_;
    std::size_t copiedPairs_ = 0;
};

Pickle::Pickle(std::span<const std::byte> bytes, const std::string& path, GlobalPolicy policy) {
    Machine(*this, bytes, path, std::move(policy)).run();
}

std::string_view Pickle::globalName(const Node& node) const {
    if (node.kind == Kind::Call) return globalName(nodes_[node.items[0]]);
    if (node.kind == Kind::Global) return globals_[static_cast<std::size_t>(node.integer)].name;
    if (node.kind == Kind::Opaque && node.integer > 0)
        return globals_[static_cast<std::size_t>(node.integer - 1)].name;
    return {};
}

bool Pickle::isDangerous(const Node& opaque) const {
    return opaque.kind == Kind::Opaque && opaque.integer > 0 &&
           globals_[static_cast<std::size_t>(opaque.integer - 1)].use == GlobalUse::Dangerous;
}

std::string printableName(std::string_view name) {
    std::string out;
    for (const char c : name)
        out += c > ' ' && c < 0x7F ? c : '?';
    return out;
}

}  // namespace afa
