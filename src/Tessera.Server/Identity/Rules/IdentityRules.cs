using System.Text.Json;
using System.Text.Json.Serialization;
using Tessera.Domain;

namespace Tessera.Server.Identity.Rules;

/// <summary>How identifiers of a workspace become profiles.</summary>
/// <param name="Kinds">The kinds in order of priority. The kind <c>*</c> stands for every kind that is not listed.</param>
/// <param name="Blocked">Values that say nothing about who somebody is, compared without regard to case and white space. A value of nothing but zeros and dashes never does.</param>
internal sealed record IdentityRules(IReadOnlyList<KindRule> Kinds, IReadOnlyList<string> Blocked)
{
    /// <summary>Stands for every kind that is not listed.</summary>
    public const string AnyOther = "*";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What counts in a workspace that has not said otherwise.</summary>
    public static IdentityRules Default { get; } = new(
        [
            new KindRule(IdentifierKinds.UserId, Limit: 1, Joins: null),
            new KindRule(IdentifierKinds.Email, Limit: null, Joins: null),
            new KindRule(IdentifierKinds.Phone, Limit: null, Joins: null),
            new KindRule(AnyOther, Limit: null, Joins: null),
            new KindRule(IdentifierKinds.AnonymousId, Limit: null, Joins: null),
        ],
        [
            "null", "(null)", "undefined", "unknown", "anonymous", "guest", "none", "nil", "nan", "n/a", "na", "-1", "true", "false",
            "[object object]", "test@test.com", "test@example.com", "example@example.com", "no@email.com", "noemail@noemail.com", "a@a.com",
        ]);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static IdentityRules FromJson(string text) => JsonSerializer.Deserialize<IdentityRules>(text, Json)
        ?? throw new JsonException("These are no identity rules.");

    /// <summary>The rules as they are kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The rule for a kind, and its place in the order of priority, 0 for the highest.</summary>
    public (KindRule Rule, int Priority) Of(string kind)
    {
        var other = Kinds.Count;
        for (var place = 0; place < Kinds.Count; place++)
        {
            if (Kinds[place].Kind == kind)
            {
                return (Kinds[place], place);
            }

            other = Kinds[place].Kind == AnyOther ? place : other;
        }

        return other < Kinds.Count ? (Kinds[other], other) : (new KindRule(kind, Limit: null, Joins: null), other);
    }

    /// <summary>Whether two kinds may be joined into one profile.</summary>
    public bool MayJoin(string one, string other) => Of(one).Rule.Allows(other) && Of(other).Rule.Allows(one);
}
