#pragma once
#include <cstdint>
#include <string>

#include "core/tensor/torch.h"

namespace afa {

/// Malloc thresholds (libtorch maps and unmaps every large tensor otherwise) and the thread count: at most
/// the physical cores. Results do not depend on it. threads 0: all physical cores.
void configureCpu(int threads);
/// The count for configureCpu() of a network whose widest convolution takes so many multiplications:
/// `wanted`, or, where that is 0 and the network small, 1. Several threads would gain nothing there alone,
/// and with another busy process on the machine would wait for each other most of the time.
int threadsWorthUsing(int wanted, double multiplications);

/// "auto", "cpu", "cuda", "cuda:1". Opens libtorch_cuda beside libtorch_cpu before the first question about
/// CUDA. Throws ConfigError in plain words where CUDA was asked for by name and there is no library or no
/// driver.
torch::Device chooseDevice(const std::string& name);

/// "auto", "fp32", "bf16", "fp16" for that device. auto: bf16 on CPUs with AVX512-BF16 or AMX, fp16 on CUDA,
/// else fp32. Throws ConfigError for an unknown name.
torch::Dtype choosePrecision(const std::string& name, const torch::Device& device);

std::string precisionName(torch::Dtype dtype);  ///< "fp32", "bf16", "fp16", as requests and metadata spell it
std::string deviceDescription(const torch::Device& device,
                              torch::Dtype dtype);  ///< "CPU (AMD EPYC, 2 threads, bf16)"

std::uint64_t peakResidentBytes();     ///< of this process; 0 where the system does not tell
std::uint64_t availableMemoryBytes();  ///< of the machine, without swapping; 0 where the system does not tell

/// Runs `work` and turns c10 errors into ours: out of memory -> OutOfMemory, the rest -> Error with the first
/// line.
template <typename Work>
auto translateTorchErrors(Work&& work) -> decltype(work());
[[noreturn]] void rethrowTranslated();  ///< call in a catch block

template <typename Work>
auto translateTorchErrors(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (...) {
        rethrowTranslated();
    }
}

}  // namespace afa
