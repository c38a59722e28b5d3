namespace Tessera.Segments.Live.Values;

/// <summary>Holds of no call: its answer is told later.</summary>
internal sealed class NeverPredicate : CallPredicate
{
    internal override bool Holds(in LiveCall call) => false;
}
