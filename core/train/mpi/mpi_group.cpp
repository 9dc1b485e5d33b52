#include <mpi.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "core/base/error.h"
#include "core/train/mpi/nccl_sum.h"
#include "core/train/process_group.h"

namespace afa {
namespace {

void check(int result, const Message& what) {
    if (result == MPI_SUCCESS) return;
    char text[MPI_MAX_ERROR_STRING];
    int length = 0;
    MPI_Error_string(result, text, &length);
    throw Error(
        Message::of("MPI could not %1: %2", what, std::string(text, static_cast<std::size_t>(length))));
}

/// Gradients travel by MPI where they lie on the CPU and by NCCL between GPUs.
class MpiGroup : public ParallelGroup {
  public:
    MpiGroup() {
        // Waiting processes give way to those that compute: Open MPI's default is to spin. A user's own
        // setting wins.
#ifndef _WIN32
        setenv("OMPI_MCA_mpi_yield_when_idle", "1", 0);
#endif
        int given = 0;
        check(MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given), Message::of("start"));
        MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        check(MPI_Comm_rank(MPI_COMM_WORLD, &rank_), Message::of("tell this process's number"));
        check(MPI_Comm_size(MPI_COMM_WORLD, &size_), Message::of("count the processes"));
        MPI_Comm machine;
        check(MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, rank_, MPI_INFO_NULL, &machine),
              Message::of("find this machine's processes"));
        check(MPI_Comm_rank(machine, &localRank_), Message::of("tell this process's number on its machine"));
        MPI_Comm_free(&machine);
    }
    ~MpiGroup() override {
        nccl_.reset();
        MPI_Finalize();
    }

    int rank() const override {
        return rank_;
    }
    int size() const override {
        return size_;
    }
    int localRank() const override {
        return localRank_;
    }

    void sum(std::vector<torch::Tensor>& tensors) override {
        if (tensors.empty()) return;
        const torch::NoGradGuard noGrad;
        std::vector<torch::Tensor> pieces;
        for (const auto& tensor : tensors)
            pieces.push_back(tensor.flatten());
        auto all = torch::cat(pieces);
        if (all.is_cuda()) {
            if (!nccl_)
                nccl_ =
                    std::make_unique<NcclSum>(rank_, size_, all.device(), [](void* bytes, std::size_t count) {
                        check(MPI_Bcast(bytes, static_cast<int>(count), MPI_BYTE, 0, MPI_COMM_WORLD),
                              Message::of("broadcast"));
                    });
            nccl_->sum(all);
        } else {
            sumOnCpu(all);
        }
        std::int64_t at = 0;
        for (auto& tensor : tensors) {
            tensor.copy_(all.narrow(0, at, tensor.numel()).view_as(tensor));
            at += tensor.numel();
        }
    }

    bool any(bool yes) override {
        const int mine = yes ? 1 : 0;
        int most = 0;
        check(MPI_Allreduce(&mine, &most, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD),
              Message::of("ask all processes"));
        return most != 0;
    }

    void fail(const Message& reason) override {
        // What goes wrong in all processes alike is told by the first; the others wait to be ended by it.
        if (rank_ != 0) std::this_thread::sleep_for(std::chrono::seconds(3));
        std::cerr << "afa: error: " + Message::of("process %1 of %2: %3", rank_, size_, reason).english() +
                         "\n"
                  << std::flush;
        MPI_Abort(MPI_COMM_WORLD, 1);
    }

  private:
    /// Summed by one process and handed to all: an all-reduce may round differently from process to process.
    static void sumOnCpu(torch::Tensor& all) {
        constexpr std::int64_t kPiece = 16 << 20;  // MPI counts in int
        float* values = all.data_ptr<float>();
        int rank = 0;
        MPI_Comm_rank(MPI_COMM_WORLD, &rank);
        for (std::int64_t first = 0; first < all.numel(); first += kPiece) {
            const auto count = static_cast<int>(std::min(kPiece, all.numel() - first));
            float* piece = values + first;
            check(MPI_Reduce(rank == 0 ? MPI_IN_PLACE : piece, piece, count, MPI_FLOAT, MPI_SUM, 0,
                             MPI_COMM_WORLD),
                  Message::of("sum gradients"));
            check(MPI_Bcast(piece, count, MPI_FLOAT, 0, MPI_COMM_WORLD),
                  Message::of("hand out the sum of the gradients"));
        }
    }

    int rank_ = 0, size_ = 1, localRank_ = 0;
    std::unique_ptr<NcclSum> nccl_;
};

}  // namespace
}  // namespace afa

#ifdef _WIN32
extern "C" __declspec(dllexport)
#else
extern "C" __attribute__((visibility("default")))
#endif
    afa::ParallelGroup* afaCreateMpiGroup() {
    return new afa::MpiGroup();
}
