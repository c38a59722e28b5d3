namespace Tessera.Learning.Bandits;

/// <summary>Chooses among arms by what is known of them: a pure function, so that a decision can be explained and repeated.</summary>
public interface IBanditPolicy
{
    /// <summary>The arm to take.</summary>
    /// <param name="arms">What is known, at least one arm.</param>
    /// <param name="decision">The number of the decision: where chance is involved, the same number gives the same choice.</param>
    int Choose(ReadOnlySpan<BanditArm> arms, ulong decision);
}
