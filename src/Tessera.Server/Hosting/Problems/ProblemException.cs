namespace Tessera.Server.Hosting.Problems;

/// <summary>Ends a request with a problem, from wherever it is noticed.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;

    /// <summary>Sent as <c>Retry-After</c>, when it makes sense to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
