using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Imports.Rows;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Imports.Customers;

/// <summary>Makes traits of every row of a table of customers: those that were mapped, and every other column under its own name.</summary>
internal sealed class CustomerReader
{
    private readonly ImportRecord import;
    private readonly TableRow row;
    private readonly ProfileIds profiles;
    private readonly CustomerNaming naming;
    private readonly TextField? id;
    private readonly TextField? email;
    private readonly TextField? phone;
    private readonly TextField? name;
    private readonly TextField? country;
    private readonly TimeField? firstSeen;
    private readonly IReadOnlyList<(int Column, string Name, string Type)> others;

    public CustomerReader(ImportRecord import, TableRow row, ImportPlan plan, DateReader dates, ProfileIds profiles)
    {
        this.import = import;
        this.row = row;
        this.profiles = profiles;
        naming = new CustomerNaming(OptionReader.CustomerKind(import.Options));
        id = Text(CustomerTargets.CustomerId);
        email = Text(CustomerTargets.Email);
        phone = Text(CustomerTargets.Phone);
        name = Text(CustomerTargets.Name);
        country = Text(CustomerTargets.Country);
        firstSeen = plan.Mapping[CustomerTargets.FirstSeen] is { } since ? new TimeField(row, since, dates, CustomerTargets.FirstSeen) : null;
        var mapped = plan.Mapping.Sources.Values.SelectMany(source => source.Columns).ToHashSet();
        others = [.. Enumerable.Range(0, plan.Columns.All.Count)
            .Where(column => !mapped.Contains(column))
            .Select(column => (column, plan.Columns.All[column], plan.Profiles[column].Type))];

        TextField? Text(string target) => plan.Mapping[target] is { } source ? new TextField(row, source) : null;
    }

    /// <summary>What became of the columns that nothing was said about.</summary>
    public IEnumerable<string> Notes => others.Count == 0
        ? []
        : [$"These columns became traits: {string.Join(", ", others.Select(other => other.Name))}."];

    /// <summary>Makes traits of the current row.</summary>
    /// <returns>Whether the row is a customer; else <paramref name="problem"/> says why not.</returns>
    public bool TryRead(out IReadOnlyList<StagedTrait> traits, out RowProblem problem)
    {
        (traits, problem) = ([], default);
        var (customer, address, number, fullName, place, since) = (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, (DateTime?)null);
        if ((id is not null && !id.TryReadId(out customer, out problem)) || (email is not null && !email.TryRead(out address, out problem))
            || (phone is not null && !phone.TryReadId(out number, out problem))
            || (name is not null && !name.TryRead(out fullName, out problem)) || (country is not null && !country.TryRead(out place, out problem))
            || (firstSeen is not null && !firstSeen.TryRead(out since, out problem)))
        {
            return false;
        }

        if (naming.Of(customer, address, number) is not var (kind, identifier))
        {
            problem = new RowProblem("the row has neither a customer id nor an e-mail address nor a telephone number", (id ?? email ?? phone)!.Source, customer + address + number);
            return false;
        }

        var profile = profiles.Of(kind, identifier);
        var made = new List<StagedTrait> { Trait(string.Empty, "null") with { Time = since is { } known ? new DateTimeOffset(known) : import.CreatedAt } };
        foreach (var (trait, text) in new[] { ("email", address), ("phone", number), ("name", fullName), ("country", place) })
        {
            if (text.Length > 0)
            {
                made.Add(Trait(trait, JsonSerializer.Serialize(text)));
            }
        }

        made.AddRange(others.Where(other => !row.IsEmpty(other.Column)).Select(other => Trait(other.Name, Json(other.Column, other.Type))));
        traits = made;
        return true;

        StagedTrait Trait(string trait, string value) =>
            new(import.Id, profile, kind, identifier, import.CreatedAt, trait, value, (ulong)row.Table.Line);
    }

    // A column whose values are numbers throughout makes numbers; so do true and false make truth values.
    private string Json(int column, string type)
    {
        var text = row.Text(column);
        if (type is "integer" or "number" && row.TryNumber(column, out var number, out var currency) && currency is null && !HasLeadingZero(text))
        {
            return PlainJson.PlainNumber(number);
        }

        return text.ToUpperInvariant() switch
        {
            "TRUE" => "true",
            "FALSE" => "false",
            _ => JsonSerializer.Serialize(text),
        };
    }

    // Postal codes and telephone numbers are no numbers.
    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
}
