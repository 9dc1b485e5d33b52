"""The demo models' networks, as diffusers and transformers classes: Stable Diffusion 1.x's topology (25 stages), small."""
import os

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from diffusers.models.attention_processor import AttnProcessor
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHIPPED = os.path.join(ROOT, "resources", "demo")
NAMES = ("animals", "food", "things")
TOKENIZER = os.path.join(SHIPPED, NAMES[0], "tokenizer")
TEXT_WIDTH, TOKENS = 96, 77


def load_tokenizer():
    """CLIP's byte pairs, the first 2,000 merges and what about 1,500 common words need: 4,367 entries."""
    return CLIPTokenizer.from_pretrained(TOKENIZER)


def new_vae():
    return AutoencoderKL(
        block_out_channels=(32, 48, 64),
        down_block_types=("DownEncoderBlock2D",) * 3,
        up_block_types=("UpDecoderBlock2D",) * 3,
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=8,
        sample_size=64,
    )


def new_unet():
    unet = UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(48, 64, 64, 64),
        down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3,
        layers_per_block=2,
        attention_head_dim=2,  # in SD 1.x's configs this is the number of heads
        cross_attention_dim=TEXT_WIDTH,
        norm_num_groups=8,
    )
    unet.set_attn_processor(AttnProcessor())  # narrow heads: plain matmul is faster than the fused kernel, as in the text encoder
    return unet


def new_text_encoder(tokenizer):
    text_encoder = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=TEXT_WIDTH,
            intermediate_size=4 * TEXT_WIDTH,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=TOKENS,
            projection_dim=TEXT_WIDTH,
            hidden_act="quick_gelu",
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    text_encoder.set_attn_implementation("eager")
    return text_encoder


def token_ids(tokenizer, captions):
    return tokenizer(captions, padding="max_length", truncation=True, max_length=TOKENS, return_tensors="pt").input_ids


def to_pixels(images):
    """[B, 64, 64, 3] in 0..1 (NumPy) -> [B, 3, 64, 64] in -1..1."""
    return torch.from_numpy(images).permute(0, 3, 1, 2).contiguous() * 2 - 1


@torch.no_grad()
def encode(vae, images):
    """[B, 64, 64, 3] in 0..1 -> latents [B, 4, 16, 16], scaled."""
    return vae.encode(to_pixels(images)).latent_dist.mean * vae.config.scaling_factor


@torch.no_grad()
def decode(vae, latents):
    """Scaled latents -> [B, 64, 64, 3] in 0..1 (NumPy)."""
    pixels = vae.decode(latents / vae.config.scaling_factor).sample
    return (pixels / 2 + 0.5).clamp(0, 1).permute(0, 2, 3, 1).float().numpy()
