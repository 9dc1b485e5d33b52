"""Adaptive Feature Aggregation composed from diffusers' own modules: the authority for core/ensemble.

The paper layout is put together from Eq. 5-11 of "Ensembling Diffusion Models via Adaptive Feature Aggregation", the
release layout as the authors compose diffusers' ResnetBlock2D and Transformer2DModel. The U-Nets are diffusers'
UNet2DConditionModel, run block by block. Parameter names are those of the native aggregator file.
"""
import dataclasses

import torch
from diffusers.models.embeddings import TimestepEmbedding, Timesteps
from diffusers.models.resnet import ResnetBlock2D
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch import nn


@dataclasses.dataclass
class AggregatorConfig:
    """`afa.config` of the native file."""

    layout: str = "paper"  # paper | release
    num_models: int = 3
    hidden_size: int = 64
    num_heads: int = 2
    num_layers: int = 1
    stages: tuple = ()
    spatial: bool = True
    timestep: bool = True
    text: bool = True
    channels: tuple = ()
    cross_attention_dim: int = 768
    temb_width: int = 1280
    time_width: int = 320
    time_hidden: int = 64


def norm_groups(channels):
    """The largest divisor that is at most 32."""
    return max(groups for groups in range(1, 33) if channels % groups == 0)


def transformer(config, groups):
    """Transformer2DModel has GroupNorm eps 1e-6 and, without text, no cross-attention and no norm for it."""
    return Transformer2DModel(
        num_attention_heads=config.num_heads,
        attention_head_dim=config.hidden_size // config.num_heads,
        in_channels=config.hidden_size,
        num_layers=config.num_layers,
        norm_num_groups=groups,
        cross_attention_dim=config.cross_attention_dim if config.text else None,
    )


class PaperSabw(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        width, stacked = config.hidden_size, config.num_models * channels
        if config.timestep:
            self.time_proj = nn.Linear(config.time_hidden, stacked)
        self.res_block = ResnetBlock2D(
            in_channels=stacked,
            out_channels=width,
            temb_channels=None,
            groups=norm_groups(stacked),
            groups_out=norm_groups(width),
            eps=1e-6,
            use_in_shortcut=True,
        )
        self.transformer = transformer(config, norm_groups(width))
        self.conv_out = nn.Conv2d(width, config.num_models, 1)

    def forward(self, features, time_hidden, temb, text):
        stacked = torch.cat(features, 1)  # Eq. 8
        if hasattr(self, "time_proj"):
            stacked = stacked + self.time_proj(time_hidden)[:, :, None, None]
        hidden = self.res_block(stacked, None)  # Eq. 9
        hidden = self.transformer(hidden, encoder_hidden_states=text).sample  # Eq. 10
        return self.conv_out(hidden)  # Eq. 11


class ReleaseSabw(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        width = config.hidden_size
        self.conv_in = nn.Conv2d(config.num_models * channels, width, 1)
        self.res_block = ResnetBlock2D(
            in_channels=width,
            out_channels=width,
            temb_channels=config.temb_width if config.timestep else None,
            groups=32,
            eps=1e-6,
        )
        self.transformer = transformer(config, 32)
        self.conv_out = nn.Conv2d(width, config.num_models, 1, bias=False)

    def forward(self, features, time_hidden, temb, text):
        hidden = self.conv_in(torch.cat(features, 1))
        hidden = self.res_block(hidden, temb if self.res_block.time_emb_proj is not None else None)
        hidden = self.transformer(hidden, encoder_hidden_states=text).sample
        return self.conv_out(hidden)


class Aggregator(nn.Module):
    """One SABW per aggregated stage; named_parameters() are the native names."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        sabw = PaperSabw if config.layout == "paper" else ReleaseSabw
        if config.layout == "paper" and config.timestep:
            self.sinusoid = Timesteps(config.time_width, flip_sin_to_cos=True, downscale_freq_shift=0)
            self.time_mlp = TimestepEmbedding(config.time_width, config.time_hidden, post_act_fn="silu")
        self.stages = nn.ModuleDict(
            {str(stage): sabw(config, channels) for stage, channels in zip(config.stages, config.channels)}
        )
        for stage in self.stages.values():
            for parameter in stage.conv_out.parameters():
                nn.init.zeros_(parameter)

    def context(self, timesteps, tembs, texts):
        """What the SABWs are told: the time MLP's output, the mean of the tembs, the mean of the texts."""
        time_hidden = self.time_mlp(self.sinusoid(timesteps)) if hasattr(self, "time_mlp") else None
        return time_hidden, torch.stack(tembs).mean(0), torch.stack(texts).mean(0)

    def weights(self, stage, features, context):
        """[B, N, h, w]; Eq. 6."""
        logits = self.stages[str(stage)](features, *context)
        if not self.config.spatial:
            logits = logits.mean((2, 3), keepdim=True)
        height, width = features[0].shape[2:]
        return logits.softmax(1).expand(-1, -1, height, width)


def combine(features, weights):
    """Eq. 7."""
    return sum(weights[:, i : i + 1] * feature for i, feature in enumerate(features))


def unet_stages(unet):
    """The U-Net as a list of (function(x, temb, text, skip), pushes its output, pops a skip)."""

    def layer(resnet, attention, after, pops):
        def run(x, temb, text, skip):
            x = resnet(torch.cat([x, skip], 1) if pops else x, temb)
            if attention is not None:
                x = attention(x, encoder_hidden_states=text).sample
            return after(x) if after is not None else x

        return run

    def mid(x, temb, text, skip):
        return unet.mid_block(x, temb, encoder_hidden_states=text)

    def noise(x):
        return unet.conv_out(unet.conv_act(unet.conv_norm_out(x)))

    stages = [(lambda x, temb, text, skip: unet.conv_in(x), True, False)]
    for block in unet.down_blocks:
        attentions = getattr(block, "attentions", [None] * len(block.resnets))
        for resnet, attention in zip(block.resnets, attentions):
            stages.append((layer(resnet, attention, None, False), True, False))
        for downsampler in block.downsamplers or []:
            stages.append((lambda x, temb, text, skip, down=downsampler: down(x), True, False))
    stages.append((mid, False, False))
    for block in unet.up_blocks:
        attentions = getattr(block, "attentions", [None] * len(block.resnets))
        for index, (resnet, attention) in enumerate(zip(block.resnets, attentions)):
            last = index == len(block.resnets) - 1
            after = block.upsamplers[0] if last and block.upsamplers else noise if last else None
            stages.append((layer(resnet, attention, after, True), False, True))
    return stages


def time_embedding(unet, timesteps):
    return unet.time_embedding(unet.time_proj(timesteps))


def ensemble(unets, x, timesteps, texts, join):
    """Algorithm 1. join(stage, features, tembs) returns the aggregated feature, or None for a stage without aggregator,
    which leaves each model with its own feature and skip."""
    tembs = [time_embedding(unet, timesteps) for unet in unets]
    tables = [unet_stages(unet) for unet in unets]
    own = [x] * len(unets)
    skips = []
    for stage in range(1, len(tables[0]) + 1):
        _, pushes, pops = tables[0][stage - 1]
        skip = skips.pop() if pops else [None] * len(unets)
        own = [table[stage - 1][0](own[i], tembs[i], texts[i], skip[i]) for i, table in enumerate(tables)]
        joined = join(stage, own, tembs)
        if joined is not None:
            own = [joined] * len(unets)
        if pushes:
            skips.append(own)
    return own[0]


def afa(unets, aggregator, x, timesteps, texts, maps=None):
    """The ensemble's noise; `maps`, a dict, receives the weights of every aggregated stage."""
    context = None

    def join(stage, features, tembs):
        nonlocal context
        if stage not in aggregator.config.stages:
            return None
        if context is None:
            context = aggregator.context(timesteps, tembs, texts)
        weights = aggregator.weights(stage, features, context)
        if maps is not None:
            maps[stage] = weights
        return combine(features, weights)

    return ensemble(unets, x, timesteps, texts, join)


def average(unets, x, timesteps, texts, stages):
    """Block-wise averaging (every stage) or noise averaging (the last)."""
    return ensemble(
        unets, x, timesteps, texts, lambda stage, features, _: sum(features) / len(features) if stage in stages else None
    )
