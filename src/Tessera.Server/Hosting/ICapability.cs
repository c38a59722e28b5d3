using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tessera.Server.Hosting;

/// <summary>One capability of the product: what it registers and the endpoints it answers.</summary>
/// <remarks>Listed once in <see cref="Capabilities"/>; a capability knows another only through its <c>Contracts/</c>.</remarks>
internal interface ICapability
{
    /// <summary>Registers the capability's services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the capability's endpoints. <paramref name="api"/> is the group <c>/api</c>, signed in and inside a workspace.</summary>
    void MapEndpoints(IEndpointRouteBuilder api);

    /// <summary>Maps endpoints outside <c>/api</c>, which say themselves who may call them. Most capabilities have none.</summary>
    void MapOuterEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
