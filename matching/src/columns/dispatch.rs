//! Which instructions does this processor have? The loops over tiles are compiled twice: for any processor,
//! and for those that know AVX2. Both do the same operations in the same order, so both give the same bits.

#![expect(unsafe_code, reason = "code for AVX2 may only be called after the processor was asked for it")]

/// Work that gains from wide registers. `run` must be `#[inline(always)]`, or it is compiled once only.
pub(super) trait Kernel {
    /// What comes out.
    type Output;
    /// Does the work.
    fn run(self) -> Self::Output;
}

/// Which twin to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Width {
    wide: bool,
}

impl Width {
    /// The widest that this processor runs, or the twin for any.
    pub(crate) fn chosen(wide: bool) -> Self {
        if wide { Self::detected() } else { Self { wide: false } }
    }

    /// The widest that this processor runs.
    pub(crate) fn detected() -> Self {
        #[cfg(target_arch = "x86_64")]
        let wide = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("popcnt");
        #[cfg(not(target_arch = "x86_64"))]
        let wide = false;
        Self { wide }
    }

    /// Runs the twin.
    #[inline]
    pub(super) fn run<K: Kernel>(self, kernel: K) -> K::Output {
        #[cfg(target_arch = "x86_64")]
        if self.wide {
            // SAFETY: `wide` is only ever true after the processor was found to know AVX2 and POPCNT.
            return unsafe { run_wide(kernel) };
        }
        kernel.run()
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,popcnt")]
fn run_wide<K: Kernel>(kernel: K) -> K::Output {
    kernel.run()
}
