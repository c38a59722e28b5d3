using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tessera.Server.Hosting.Problems;

/// <summary>Says in the OpenAPI document which problems an endpoint may answer with.</summary>
internal static class ProblemEndpointExtensions
{
    /// <summary>Adds the statuses; 401 and 403 are on every endpoint of <c>/api</c> already.</summary>
    public static TBuilder WithProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemResult.ContentType]));
        }

        return builder;
    }
}
