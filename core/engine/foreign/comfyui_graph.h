#pragma once
#include <boost/json.hpp>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace afa {

/// ComfyUI's `prompt`: nodes by their ids, each with a class and inputs that are values or links `[id,
/// slot]`. Any object is taken; what is no node is passed over, and circles end.
class ComfyGraph {
  public:
    struct Node {
        std::string id, type;  ///< type: "KSampler"
        const boost::json::object* inputs = nullptr;
    };
    struct Link {
        const Node* node = nullptr;
        int slot = 0;
    };

    static constexpr std::size_t kMostNodes = 2000;  ///< the rest is passed over; people draw tens

    explicit ComfyGraph(const boost::json::object& nodes);

    const std::vector<Node>& nodes() const { return nodes_; }
    /// Where an input comes from; none where it is a value or leads nowhere.
    std::optional<Link> link(const Node& node, std::string_view input) const;
    /// The nodes that inputs come from, in the inputs' order.
    std::vector<const Node*> sources(const Node& node) const;
    /// An input's value as text, through the nodes that hold, join or hand on values.
    std::optional<std::string> value(const Node& node, std::string_view input) const;
    /// The nearest node upstream, itself included, that fits.
    const Node* upstream(const Node& from, const std::function<bool(const Node&)>& fits) const;

  private:
    const Node* find(std::string_view id) const;
    std::optional<std::string> value(const Node& node, std::string_view input, int& budget) const;
    std::optional<std::string> valueOf(const Node& node, std::string_view asked, int& budget) const;

    std::vector<Node> nodes_;  ///< by their ids
};

}  // namespace afa
