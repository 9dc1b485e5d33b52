#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace afa {

/// Loads items by key in background threads, in the order they were announced, at most `capacity` ahead of
/// the one that is taken next. take() and announce() belong to one thread.
template <typename Key, typename Item>
class ReadAhead {
  public:
    using Load = std::function<Item(const Key&)>;

    /// `load` is called on several threads at once.
    ReadAhead(Load load, int threads, int capacity)
        : load_(std::move(load)), capacity_(static_cast<std::size_t>(capacity)) {
        for (int i = 0; i < threads; ++i)
            threads_.emplace_back([this] { work(); });
    }
    /// Waits for what is being loaded; the rest of the line is dropped.
    ~ReadAhead() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        changed_.notify_all();
        for (auto& thread : threads_)
            thread.join();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    void announce(const std::vector<Key>& keys) {
        {
            const std::lock_guard lock(mutex_);
            for (const auto& key : keys)
                line_.push_back({key, {}, {}, false});
        }
        changed_.notify_all();
    }

    /// The next in line; anything else is loaded in the calling thread. Rethrows what `load` threw.
    Item take(const Key& key) {
        std::unique_lock lock(mutex_);
        if (line_.empty() || !(line_.front().key == key)) {
            lock.unlock();
            return load_(key);
        }
        changed_.wait(lock, [this] { return line_.front().done; });
        Slot slot = std::move(line_.front());
        line_.pop_front();
        --started_;
        lock.unlock();
        changed_.notify_all();
        if (slot.error) std::rethrow_exception(slot.error);
        return std::move(*slot.item);
    }

  private:
    struct Slot {
        Key key;
        std::optional<Item> item;
        std::exception_ptr error;
        bool done = false;
    };

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock,
                          [this] { return stop_ || (started_ < line_.size() && started_ < capacity_); });
            if (stop_) return;
            Slot& slot =
                line_[started_++];  // stays where it is: a deque only grows at its end until it is taken
            lock.unlock();
            try {
                slot.item = load_(slot.key);
            } catch (...) {
                slot.error = std::current_exception();
            }
            lock.lock();
            slot.done = true;
            changed_.notify_all();
        }
    }

    const Load load_;
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Slot> line_;    // front: the next to be taken
    std::size_t started_ = 0;  // slots from the front that a thread has or had
    bool stop_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace afa
