using Tessera.Segments.Checking;

namespace Tessera.Segments.Sql;

/// <summary>Compiles segments to ClickHouse SQL.</summary>
public static class SegmentSql
{
    /// <summary>
    /// Compiles any number of segments to one statement that reads the calls of every customer once: what segments have in common is computed once,
    /// and calls that no condition can need, by their time or name, are left out.
    /// </summary>
    /// <param name="segments">The segments by key, free of errors.</param>
    /// <param name="references">The segments that they refer to; they are evaluated along, before those that refer to them.</param>
    /// <param name="question">For whom and when.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">A segment referred to does not exist, or segments refer to one another in a circle.</exception>
    /// <remarks>Takes time and text linear in the conditions.</remarks>
    public static SegmentStatement Compile(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references, SqlQuestion question)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(question);
        return new SegmentSqlCompiler(question).Compile(segments, references);
    }
}
