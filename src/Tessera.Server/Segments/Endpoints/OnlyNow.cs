using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Segments.Endpoints;

/// <summary>Refuses a question about another instant than now, which must not be answered with today's members.</summary>
internal sealed class OnlyNow : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Query.ContainsKey("at")
            ? ValueTask.FromResult<object?>(new ProblemResult(SegmentProblems.Invalid(
                "at-not-kept",
                "at is not offered for RFM segments: who belonged to them is kept for now only, their size and worth at every month's end is in GET /api/segments/{key}/history; leave at out.")))
            : next(context);
}
