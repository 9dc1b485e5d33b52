#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afa {

/// What a pickle may do with a global (a class or function that it names).
enum class GlobalUse {
    Dangerous,  ///< Python would run something: an opaque placeholder, listed in wouldRun()
    Noted,      ///< a leftover whose objects become opaque placeholders, listed in notes()
    Inert,      ///< harmless and without interest: an opaque placeholder
    Dict,       ///< builds a dict (OrderedDict)
    Call,       ///< a call is recorded as a Call node for whoever reads the graph
};
using GlobalPolicy = std::function<GlobalUse(std::string_view dottedName)>;

/// One pickle (protocols 0 to 5; https://docs.python.org/3/library/pickletools.html), interpreted
/// symbolically: the result is a graph of plain nodes. Nothing is imported, nothing is called; a call is
/// data. The graph may share nodes and contain cycles. Texts point into the given bytes. Budgets bound the
/// memory by a multiple of the bytes read.
class Pickle {
  public:
    using Id = std::uint32_t;
    enum class Kind : std::uint8_t {
        None,
        Bool,
        Integer,
        BigInteger,
        Real,
        Text,
        Bytes,
        Tuple,
        List,
        Dict,
        Set,
        Global,
        Persistent,
        Call,
        Opaque
    };
    struct Node {
        Kind kind = Kind::None;
        std::int64_t integer =
            0;                  ///< Bool, Integer; Global: its place; Opaque: 1 + the place of what made it
        std::string_view text;  ///< Text, Bytes; BigInteger: little-endian two's complement
        std::vector<Id> items;  ///< Tuple, List, Set; Dict: key, value, key, ..; Persistent: the id;
                                ///< Call: the global and the tuple of arguments
    };

    /// Interprets the pickle at the front of `bytes`. Throws FileError "PATH: damaged PyTorch file: ..".
    Pickle(std::span<const std::byte> bytes, const std::string& path, GlobalPolicy policy);

    const Node& root() const { return nodes_[root_]; }
    const Node& operator[](Id id) const { return nodes_[id]; }
    Id rootId() const { return root_; }
    std::size_t count() const { return nodes_.size(); }  ///< ids are below this
    std::size_t size() const { return size_; }           ///< bytes taken
    /// The dotted name of a Global, of what a Call calls, or of what made an Opaque ("": a value of no
    /// interest); "" for other nodes.
    std::string_view globalName(const Node& node) const;
    bool isDangerous(const Node& opaque) const;
    /// Names that the policy said to note, and those it called dangerous, in order of appearance; printable.
    const std::vector<std::string>& notes() const { return notes_; }
    const std::vector<std::string>& wouldRun() const { return wouldRun_; }

  private:
    class Machine;
    std::vector<Node> nodes_;
    struct Global {
        std::string name;
        GlobalUse use = GlobalUse::Noted;
    };
    std::vector<Global> globals_;
    std::vector<std::string> notes_, wouldRun_;
    Id root_ = 0;
    std::size_t size_ = 0;
};

/// For messages: what is not printable ASCII could forge lines in a terminal.
std::string printableName(std::string_view name);

}  // namespace afa
