using Microsoft.AspNetCore.Builder;

namespace Tessera.Server.Access.Contracts;

/// <summary>How an endpoint says that it differs from the rule of <c>/api</c>: signed in, inside one workspace.</summary>
internal static class AccessEndpointExtensions
{
    /// <summary>The authorization policy of callers who may do what concerns the whole installation.</summary>
    public const string AdministratorPolicy = "administrator";

    /// <summary>The endpoint concerns the whole installation or the caller, no single workspace.</summary>
    public static TBuilder OutsideWorkspace<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new InsideWorkspace(Required: false));

    /// <summary>The endpoint is closed to tokens of single workspaces.</summary>
    public static TBuilder AdministratorOnly<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(AdministratorPolicy);
}
