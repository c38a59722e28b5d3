using Tessera.Domain;

namespace Tessera.Server.Profiles.Companies;

/// <summary>The ids of companies' profiles.</summary>
internal static class CompanyIds
{
    /// <summary>The kind of identifier by which group calls name a company.</summary>
    public const string Kind = "group_id";

    /// <summary>The id of the company that group calls name by a key. The engine makes the same, in the table <c>group_calls</c>.</summary>
    public static Guid Of(WorkspaceKey workspace, string key) => ProfileId.For(workspace, new Identifier(Kind, key)).Value;
}
