"""What every training of the demo shares: weights with their running average, saved often and atomically, resumable.

Several processes can train one network together (run_in_processes): each takes its part of every batch, the gradients are
averaged, and all draw the same random numbers, so that the count of processes changes nothing but rounding.
"""
import copy
import os
import signal
import tempfile
import time

import torch
import torch.distributed
import torch.multiprocessing
from safetensors import safe_open
from safetensors.torch import save_file

LOG_EVERY, SAVE_EVERY = 50, 200  # steps


def set_up_process(threads):
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)


def rank():
    return torch.distributed.get_rank() if torch.distributed.is_initialized() else 0


def wait_for_all():
    if torch.distributed.is_initialized():
        torch.distributed.barrier()


def part_of_batch(tensor):
    """This process's rows."""
    return tensor[rank() :: torch.distributed.get_world_size()] if torch.distributed.is_initialized() else tensor


def _process(number, count, meeting, function, arguments, keywords):
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # sent when the first process dies; ignored by what a shell put in the background
    set_up_process(1)
    torch.distributed.init_process_group("gloo", init_method="file://" + meeting, rank=number, world_size=count)
    function(*arguments, **keywords)
    torch.distributed.destroy_process_group()


def run_in_processes(count, function, *arguments, **keywords):
    """function(..) once in each of `count` processes of one thread; all end when this one is stopped."""
    with tempfile.TemporaryDirectory() as folder:
        meeting = os.path.join(folder, "meeting")
        torch.multiprocessing.spawn(_process, (count, meeting, function, arguments, keywords), count)


def save_atomically(path, write):
    write(path + ".new")
    os.replace(path + ".new", path)


class Training:
    """One network in training. `start` is a weights file (save_weights); a state of an earlier run at `path` wins over it."""

    def __init__(self, network, path, start, *, rate, decay, seed, weight_decay=0.01, warm_up=100):
        self.network, self.path, self.rate, self.decay, self.warm_up = network, path, rate, decay, warm_up
        self.samples = 0 if start is None else load_weights(network, start)
        self.started_at = self.samples
        self.trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
        self.average = copy.deepcopy(network).requires_grad_(False).eval()
        self.optimiser = torch.optim.AdamW(self.trained, lr=rate, weight_decay=weight_decay)
        self.generator = torch.Generator().manual_seed(seed)
        self.step, self.losses, self.curve = 0, [], []
        self.began = time.time()
        if os.path.exists(path):
            self._resume()
        wait_for_all()  # all have read the state before the first writes it

    def _resume(self):
        state = torch.load(self.path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"])
        self.step, self.samples, self.curve = state["step"], state["samples"], state["curve"]
        self.started_at = state["started_at"]

    def save(self):
        if rank() != 0:
            return
        state = {"network": self.network.state_dict(), "average": self.average.state_dict()}
        state |= {"optimiser": self.optimiser.state_dict(), "generator": self.generator.get_state()}
        state |= {"step": self.step, "samples": self.samples, "started_at": self.started_at, "curve": self.curve}
        save_atomically(self.path, lambda path: torch.save(state, path))

    def update(self, loss, samples, rate_factor=1.0):
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * rate_factor * min(1.0, (self.step + 1) / self.warm_up)
        self.optimiser.zero_grad()
        loss.backward()
        loss = self._average_over_processes(loss.detach())
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.step += 1
        self.samples += samples
        decay = min(self.decay, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for average, value in zip(self.average.parameters(), self.network.parameters()):
                average.lerp_(value, 1 - decay)
        self.losses.append(loss.item())
        if self.step % LOG_EVERY == 0:
            self._log(samples)
        if self.step % SAVE_EVERY == 0:
            self.save()

    def _average_over_processes(self, loss):
        """The gradients in place; returns the loss."""
        if not torch.distributed.is_initialized():
            return loss
        gradients = [parameter.grad for parameter in self.trained if parameter.grad is not None]
        together = torch.cat([loss.reshape(1), *(gradient.reshape(-1) for gradient in gradients)])
        torch.distributed.all_reduce(together)
        together /= torch.distributed.get_world_size()
        for gradient, mean in zip(gradients, together[1:].split([gradient.numel() for gradient in gradients])):
            gradient.copy_(mean.view_as(gradient))
        return together[0]

    def _log(self, samples):
        if rank() != 0:
            return
        mean = sum(self.losses) / len(self.losses)
        seconds = time.time() - self.began
        self.curve.append([self.samples, round(mean, 5)])
        name = os.path.basename(self.path).removesuffix(".pt")
        speed = len(self.losses) * samples / seconds
        print(f"{time.strftime('%H:%M:%S')} {name}: {self.samples} samples, loss {mean:.4f}, {speed:.1f} samples/s", flush=True)
        self.losses, self.began = [], time.time()


def save_weights(network, path, samples):
    """fp16 safetensors; the count of samples seen and a VAE's scaling factor go along as metadata."""
    tensors = {name: value.detach().half().contiguous() for name, value in network.state_dict().items() if value.is_floating_point()}
    metadata = {"samples": str(samples)}
    if hasattr(network, "config"):
        metadata["scaling_factor"] = str(network.config.scaling_factor)
    save_atomically(path, lambda new: save_file(tensors, new, metadata))
    os.chmod(path, 0o644)


def load_weights(network, path):
    """Returns the count of samples that the weights have seen."""
    with safe_open(path, "pt") as file:
        tensors = {name: file.get_tensor(name).float() for name in file.keys()}
        metadata = file.metadata()
    missing, unexpected = network.load_state_dict(tensors, strict=False)
    missing = [name for name in missing if not name.endswith("position_ids")]
    if missing or unexpected:
        raise SystemExit(f"{path}: not this network: missing {missing[:3]}, unexpected {unexpected[:3]}")
    if "scaling_factor" in metadata:
        network.register_to_config(scaling_factor=float(metadata["scaling_factor"]))
    return int(metadata["samples"])
