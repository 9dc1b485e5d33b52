#include "core/tensor/runtime.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <new>
#include <optional>
#include <set>
#include <string_view>
#include <thread>

#include "core/base/error.h"
#include "core/io/file_errors.h"

#ifdef _WIN32
#include <intrin.h>
#else
#include <dlfcn.h>
#include <sched.h>
#include <sys/resource.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace afa {
namespace {

#ifdef __linux__
/// Cores this process may run on, hyper-threads of one core counted once: a second thread on a core's one set
/// of vector units slows convolutions down.
int physicalCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 0;
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed)) continue;
        std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) +
                           "/topology/thread_siblings_list");
        std::string siblings;
        if (!std::getline(file, siblings))
            siblings = std::to_string(cpu);  // no topology told: every one a core
        cores.insert(siblings);
    }
    return static_cast<int>(cores.size());
}

std::string cpuName() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
    }
    return "unknown processor";
}
#else
int physicalCores() {
    return static_cast<int>(std::thread::hardware_concurrency());
}
std::string cpuName() {
    return "unknown processor";
}
#endif

/// AVX512-BF16 multiplies bf16 natively; every processor with AMX has it too. Without either, bf16 is slower
/// than fp32.
bool cpuMultipliesBf16() {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512bf16") != 0;
#elif defined(_M_X64)
    int leaf[4];
    __cpuidex(leaf, 7, 0);
    const bool avx512 = (leaf[1] & (1 << 16)) != 0;
    __cpuidex(leaf, 7, 1);
    return avx512 && (leaf[0] & (1 << 5)) != 0;
#else
    return false;
#endif
}

/// Why CUDA cannot be used; nothing when it can. libtorch_cpu alone is linked, so libtorch_cuda is opened
/// here, once, and before ATen is first asked about CUDA (it remembers the answer).
const std::optional<Message>& cudaProblem() {
    static const std::optional<Message> problem = []() -> std::optional<Message> {
#ifdef _WIN32
        return torch::cuda::is_available() ? std::nullopt
                                           : std::optional(Message::of("no NVIDIA graphics card was found"));
#else
        if (dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL) == nullptr) {
            return Message::of("this machine has no NVIDIA driver (libcuda.so.1 was not found)");
        }
        Dl_info here{};
        if (dladdr(reinterpret_cast<void*>(&torch::cuda::device_count), &here) == 0 ||
            here.dli_fname == nullptr) {
            return Message::of("the folder of libtorch was not found");
        }
        const auto library = std::filesystem::path(here.dli_fname).parent_path() / "libtorch_cuda.so";
        if (dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
            const char* reason = dlerror();
            return Message::of("libtorch's CUDA library could not be opened (%1)",
                               reason ? std::string(reason) : library.string());
        }
        if (!torch::cuda::is_available())
            return Message::of("the NVIDIA driver reports no graphics card that can be used");
        return std::nullopt;
#endif
    }();
    return problem;
}

#ifndef _WIN32
/// The card's name from the driver itself: ATen tells it only through headers of the CUDA toolkit.
std::string cudaName(int index) {
    void* driver = dlopen("libcuda.so.1", RTLD_NOW);
    if (driver == nullptr) return "NVIDIA";
    const auto init = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    const auto getDevice = reinterpret_cast<int (*)(int*, int)>(dlsym(driver, "cuDeviceGet"));
    const auto getName = reinterpret_cast<int (*)(char*, int, int)>(dlsym(driver, "cuDeviceGetName"));
    int device = 0;
    char name[128] = {};
    if (!init || !getDevice || !getName || init(0) != 0 || getDevice(&device, index) != 0 ||
        getName(name, sizeof name - 1, device) != 0) {
        return "NVIDIA";
    }
    return name;
}
#else
std::string cudaName(int) {
    return "NVIDIA";
}
#endif

/// The number in "cuda:N" and 0 for "cuda"; nothing for other names.
std::optional<int> cudaIndex(const std::string& name) {
    if (name == "cuda") return 0;
    constexpr std::string_view prefix = "cuda:";
    if (!name.starts_with(prefix)) return std::nullopt;
    const auto digits = name.substr(prefix.size());
    const bool number =
        !digits.empty() && digits.size() <= 3 &&
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? std::optional<int>(std::stoi(digits)) : std::nullopt;
}

Message outOfMemoryAdvice() {
    return Message::of(
        "use a smaller picture, fewer pictures at once, fewer models or %1, or close other programs",
        Option{"precision", "bf16"});
}

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

void configureCpu(int threads) {
#ifdef __GLIBC__
    // By default every tensor above 128 kB is mapped and unmapped again, and each of its pages is cleared by
    // the kernel anew: 5-40% of a step. 32 MB is the largest threshold glibc takes.
    constexpr int kMapThreshold = 32 << 20;
    constexpr int kTrimThreshold = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, kMapThreshold);
    mallopt(M_TRIM_THRESHOLD, kTrimThreshold);
#endif
    const int cores = std::max(1, physicalCores());
    at::set_num_threads(threads > 0 ? std::min(threads, cores) : cores);
    // Denormals are a hundred times slower and mean nothing here. Workers inherit the flag from the thread
    // that calls.
    at::globalContext().setFlushDenormal(true);
}

int threadsWorthUsing(int wanted, double multiplications) {
    // Measured on two threads, alone and beside a busy process: the demo models at 64 px (11 million)
    // take 1.7 s on one or two threads alone, but 1.8 and 8 s in company; at 128 px (42 million) two are 1.4
    // times faster.
    constexpr double kSmall = 25e6;
    return wanted == 0 && multiplications < kSmall ? 1 : wanted;
}

torch::Device chooseDevice(const std::string& name) {
    if (name == "cpu") return torch::kCPU;
    if (name == "auto") return cudaProblem() ? torch::Device(torch::kCPU) : torch::Device(torch::kCUDA, 0);
    const auto index = cudaIndex(name);
    if (!index)
        throw ConfigError(Message::of("unknown device '%1'; expected auto, cpu, cuda or cuda:N", name));
    if (cudaProblem())
        throw ConfigError(
            Message::of("device '%1': %2; use %3", name, *cudaProblem(), Option{"device", "cpu"}));
    const int count = torch::cuda::device_count();
    if (*index >= count) {
        throw ConfigError(
            Message::of("device '%1': this machine has %2 CUDA device(s), counted from 0", name, count));
    }
    return torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(*index));
}

torch::Dtype choosePrecision(const std::string& name, const torch::Device& device) {
    if (name == "fp32") return torch::kFloat32;
    if (name == "bf16") return torch::kBFloat16;
    if (name == "fp16") return torch::kFloat16;
    if (name != "auto")
        throw ConfigError(Message::of("unknown precision '%1'; expected auto, fp32, bf16 or fp16", name));
    if (device.is_cuda()) return torch::kFloat16;
    return cpuMultipliesBf16() ? torch::kBFloat16 : torch::kFloat32;
}

std::string precisionName(torch::Dtype dtype) {
    return dtype == torch::kBFloat16 ? "bf16" : dtype == torch::kFloat16 ? "fp16" : "fp32";
}

std::string deviceDescription(const torch::Device& device, torch::Dtype dtype) {
    const auto precision = precisionName(dtype);
    if (device.is_cuda()) return "CUDA (" + cudaName(device.index()) + ", " + precision + ")";
    const int threads = at::get_num_threads();
    return "CPU (" + cpuName() + ", " + std::to_string(threads) +
           (threads == 1 ? " thread, " : " threads, ") + precision + ")";
}

void rethrowTranslated() {
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        throw OutOfMemory(Message::of("the graphics card ran out of memory; %1 (%2)", outOfMemoryAdvice(),
                                      firstLine(error.what_without_backtrace())));
    } catch (const c10::Error& error) {
        const auto line = firstLine(error.what_without_backtrace());
        // c10's CPU allocator has no error type of its own.
        if (line.find("DefaultCPUAllocator") != std::string::npos) {
            throw OutOfMemory(
                Message::of("the machine ran out of memory; %1 (%2)", outOfMemoryAdvice(), line));
        }
        throw Error(Message::of("libtorch: %1", line));
    } catch (const std::bad_alloc&) {
        throw OutOfMemory(Message::of("the machine ran out of memory; %1", outOfMemoryAdvice()));
    } catch (const std::filesystem::filesystem_error& error) {
        throw cannotUse(error);
    } catch (const std::exception& error) {
        throw Error(Message::verbatim(firstLine(error.what())));
    }
}

std::uint64_t peakResidentBytes() {
#ifdef _WIN32
    return 0;
#else
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
#endif
}

std::uint64_t availableMemoryBytes() {
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("MemAvailable:")) return std::stoull(line.substr(13)) * 1024;
    return 0;
}

}  // namespace afa
