namespace Tessera.Cli.Api;

/// <summary>Finds the profile that a person at the keyboard means.</summary>
internal static class ProfileLookup
{
    /// <summary>The id of the profile.</summary>
    /// <param name="api">The server.</param>
    /// <param name="text">A profile's id, <c>kind:value</c>, or the value of a user_id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFailure">There is no such profile.</exception>
    public static async Task<string> FindIdAsync(TesseraApi api, string text, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString("D");
        }

        var identifier = NamesItsKind(text) ? text : $"user_id:{text}";
        var answer = await api.GetAsync($"/api/profiles{new QueryText().With("identifier", identifier)}", cancellationToken);
        return answer.Value.Text("id") ?? throw new CommandFailure($"There is no customer {identifier}.");
    }

    private static bool NamesItsKind(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && !string.IsNullOrWhiteSpace(text[(colon + 1)..]);
}
