namespace Tessera.Simulation.Randomness;

/// <summary>
/// Splits one seed into as many independent streams as there are things to decide: one per purpose, owner (customer, account,
/// product) and step (day, purchase). No stream depends on how many others exist, in which order they are used, or on which
/// thread; that is what makes the output a function of the options alone.
/// </summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="scenario">The scenario's own number, so that two scenarios with one seed are unrelated.</param>
internal readonly struct StreamKeys(ulong seed, ulong scenario)
{
    private readonly ulong root = SplitMix64.Combine(SplitMix64.Mix(seed), scenario);

    /// <summary>Eight hexadecimal digits that differ between seeds and scenarios: the run's mark in message ids.</summary>
    public uint Mark => (uint)(SplitMix64.Mix(root) >> 32);

    /// <summary>The key of one stream.</summary>
    public ulong Key(StreamPurpose purpose, long owner, long step = 0) =>
        SplitMix64.Combine(SplitMix64.Combine(SplitMix64.Combine(root, (ulong)purpose), unchecked((ulong)owner)), unchecked((ulong)step));

    /// <summary>One stream.</summary>
    public RandomStream Stream(StreamPurpose purpose, long owner, long step = 0) => new(Key(purpose, owner, step));
}
