namespace Tessera.Segments.Live.Compiling;

/// <summary>A definition over the answers of conditions and of other segments. A closed family.</summary>
internal abstract class LiveNode
{
    internal abstract bool Holds(bool[] conditions, bool[] segments);
}

/// <summary>The answer of a condition.</summary>
internal sealed class ConditionNode(int index) : LiveNode
{
    internal override bool Holds(bool[] conditions, bool[] segments) => conditions[index];
}

/// <summary>The answer of another segment.</summary>
internal sealed class SegmentNode(int index) : LiveNode
{
    internal override bool Holds(bool[] conditions, bool[] segments) => segments[index];
}

/// <summary>At least so many hold: all of them is <c>and</c>, one of them is <c>or</c>.</summary>
internal sealed class CountNode(LiveNode[] parts, int least) : LiveNode
{
    internal override bool Holds(bool[] conditions, bool[] segments)
    {
        var missing = least;
        for (var index = 0; missing > 0 && index + missing <= parts.Length; index++)
        {
            missing -= parts[index].Holds(conditions, segments) ? 1 : 0;
        }

        return missing <= 0;
    }
}

/// <summary>The other does not hold.</summary>
internal sealed class DeniedNode(LiveNode operand) : LiveNode
{
    internal override bool Holds(bool[] conditions, bool[] segments) => !operand.Holds(conditions, segments);
}
