namespace Tessera.Server.Access.Sessions;

/// <summary>Makes the links that are printed at every start and by <c>./tessera link</c>.</summary>
internal sealed class SignInLinks(SignInCodes codes)
{
    private const string Page = "/sign-in";

    /// <param name="server">The address under which the browser reaches the server.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SignInLink> CreateAsync(Uri server, CancellationToken cancellationToken)
    {
        var (code, expiresAt) = await codes.CreateAsync(cancellationToken);
        return new SignInLink(new Uri(server, $"{Page}#{code.Text}"), expiresAt);
    }
}
