using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Tests.Randomness;

public sealed class SplitMix64Tests
{
    /// <summary>Output of Vigna's reference implementation (splitmix64.c) for the seed 1234567.</summary>
    [Fact]
    public void Next_Seed1234567_IsThePublishedSequence()
    {
        var generator = new SplitMix64(1234567);

        ulong[] output = [generator.Next(), generator.Next(), generator.Next(), generator.Next(), generator.Next()];

        output.ShouldBe([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void Combine_DifferentWords_GiveDifferentKeys() =>
        Enumerable.Range(0, 100_000).Select(word => SplitMix64.Combine(42, (ulong)word)).Distinct().Count().ShouldBe(100_000);
}
