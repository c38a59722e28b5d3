using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Segments.Endpoints;

/// <summary>Refuses a question about another instant than now, which must not be answered with today's members.</summary>
internal sealed class OnlyNow : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Query.ContainsKey("at")
            ? ValueTask.FromResult<object?>(new ProblemResult(SegmentProblems.AtNotKept()))
            : next(context);
}
