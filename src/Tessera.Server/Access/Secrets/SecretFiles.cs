using Tessera.Domain;
using Tessera.Server.Access.Tokens;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access.Secrets;

/// <summary>
/// The two secrets that lie in the data directory, <c>admin.token</c> and <c>write.key</c>: made at the first start, and the
/// truth from then on. Deleting a file and starting again replaces the secret.
/// </summary>
internal sealed class SecretFiles(DataDirectory directory, TokenStore tokens, WriteKeyStore writeKeys) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await tokens.SetAdminTokenAsync(ReadOrCreate(directory.AdminTokenFile, SecretPrefixes.AdminToken), cancellationToken);
        await writeKeys.SetDefaultAsync(
            WorkspaceKey.Default, ReadOrCreate(directory.WriteKeyFile, SecretPrefixes.WriteKey), cancellationToken);
    }

    private Secret ReadOrCreate(string path, string prefix)
    {
        try
        {
            if (SecretFile.Read(path) is { } text)
            {
                return new Secret(text);
            }

            var secret = Secret.Create(prefix);
            SecretFile.Write(path, secret.Text);
            return secret;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataDirectoryFailure.Sentence(directory, exception);
        }
    }
}
