namespace Tessera.Server.Segments.Rules;

/// <summary>How long to wait between rounds of evaluating segments, so that most of the machine is left for who waits for an answer.</summary>
internal static class RulePauses
{
    private const int ShareOfNext = 4;
    private const int ShareOfCompared = 20;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOfNext = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestOfCompared = TimeSpan.FromHours(1);

    /// <summary>Until those segments are evaluated again that do not follow each call: a minute, and no more than five.</summary>
    /// <param name="took">How long that took last.</param>
    public static TimeSpan UntilNext(TimeSpan took) => Between(took * ShareOfNext, LongestOfNext);

    /// <summary>Until all segments are evaluated again and the live ones compared with what is found: a minute, and no more than an hour.</summary>
    /// <param name="took">How long that took last.</param>
    public static TimeSpan UntilCompared(TimeSpan took) => Between(took * ShareOfCompared, LongestOfCompared);

    private static TimeSpan Between(TimeSpan pause, TimeSpan longest) => pause < Shortest ? Shortest : pause > longest ? longest : pause;
}
