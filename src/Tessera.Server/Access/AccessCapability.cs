using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Access.Sessions;
using Tessera.Server.Access.Tokens;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access;

/// <summary>Who may do what: tokens, browser sessions, and the rule that whatever does not say otherwise is closed.</summary>
internal sealed class AccessCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TokenStore>();
        services.AddSingleton<WriteKeyStore>();
        services.AddSingleton<IWriteKeys>(provider => provider.GetRequiredService<WriteKeyStore>());
        services.AddSingleton<SignInCodes>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<InstallationId>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<InstallationId>());
        services.AddSingleton<IStartupStep, SecretFiles>();
        services.AddScoped<CurrentWorkspace>();
        services.AddHttpContextAccessor();
        services.AddScoped<ICaller>(provider =>
            Caller.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User)
            ?? throw new InvalidOperationException("Nobody is signed in on this request."));
        services.AddAuthentication(AccessScheme.Name).AddScheme<AuthenticationSchemeOptions, AccessScheme>(AccessScheme.Name, configureOptions: null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(
                AccessEndpointExtensions.AdministratorPolicy,
                policy => policy.RequireAssertion(context => Caller.From(context.User) is { IsAdministrator: true }));
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        TokenEndpoints.Map(api);
    }
}
