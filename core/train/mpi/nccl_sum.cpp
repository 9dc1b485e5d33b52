#include "core/train/mpi/nccl_sum.h"

#include <boost/dll/shared_library.hpp>

#include "core/base/error.h"

namespace afa {
namespace {

// The part of nccl.h that is used here; NCCL 2 keeps it stable.
struct UniqueId {
    char bytes[128];
};
using Communicator = void*;
constexpr int kFloat32 = 7;  // ncclFloat32
constexpr int kSum = 0;      // ncclSum

}  // namespace

struct NcclSum::State {
    boost::dll::shared_library library;
    torch::Device device;
    Communicator communicator = nullptr;

    explicit State(torch::Device where) : device(where) {
        try {
            library.load("libnccl.so.2", boost::dll::load_mode::search_system_folders);
        } catch (const std::exception& error) {
            throw ConfigError(Message::of(
                "training on several GPUs needs NCCL, which comes with the CUDA part of libtorch: %1",
                messageOf(error)));
        }
    }
    template <typename Function>
    auto& function(const char* name) {
        return library.get<Function>(name);
    }
    void check(int result, const Message& what) {
        if (result == 0) return;
        throw Error(Message::of("NCCL could not %1: %2", what,
                                function<const char*(int)>("ncclGetErrorString")(result)));
    }
};

NcclSum::NcclSum(int rank, int size, torch::Device device,
                 const std::function<void(void*, std::size_t)>& broadcast)
    : state_(std::make_unique<State>(device)) {
    const c10::DeviceGuard guard(device);
    UniqueId id{};
    if (rank == 0)
        state_->check(state_->function<int(UniqueId*)>("ncclGetUniqueId")(&id), Message::of("begin"));
    broadcast(&id, sizeof id);
    state_->check(state_->function<int(Communicator*, int, UniqueId, int)>("ncclCommInitRank")(
                      &state_->communicator, size, id, rank),
                  Message::of("join the processes"));
}

NcclSum::~NcclSum() {
    if (state_->communicator) state_->function<int(Communicator)>("ncclCommDestroy")(state_->communicator);
}

void NcclSum::sum(torch::Tensor& values) {
    const c10::DeviceGuard guard(state_->device);
    using AllReduce = int(const void*, void*, std::size_t, int, int, Communicator, void*);
    state_->check(state_->function<AllReduce>("ncclAllReduce")(values.const_data_ptr(), values.data_ptr(),
                                                               static_cast<std::size_t>(values.numel()),
                                                               kFloat32, kSum, state_->communicator, nullptr),
                  Message::of("sum gradients"));
}

}  // namespace afa
