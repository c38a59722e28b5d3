using System.Collections;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tessera.ClickHouse.Rows;

/// <summary>How a .NET type is made from, and taken apart into, the values of a row.</summary>
internal sealed class RowShape
{
    private static readonly HashSet<Type> ScalarTypes =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(IPAddress), typeof(object),
    ];

    private RowShape(Type type, ConstructorInfo? constructor, IReadOnlyList<RowMember> members, bool isPositional)
    {
        Type = type;
        Constructor = constructor;
        Members = members;
        IsPositional = isPositional;
    }

    public Type Type { get; }

    /// <summary>The constructor to call, or null for a struct that has none.</summary>
    public ConstructorInfo? Constructor { get; }

    /// <summary>The constructor's parameters in their order, then the other properties.</summary>
    public IReadOnlyList<RowMember> Members { get; }

    /// <summary>Whether columns are matched by position (value tuples) rather than by name.</summary>
    public bool IsPositional { get; }

    /// <summary>Whether the type carries one column rather than a row.</summary>
    public static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || ScalarTypes.Contains(type) || Nullable.GetUnderlyingType(type) is not null
        || typeof(IEnumerable).IsAssignableFrom(type);

    /// <summary>Whether the type is a value tuple.</summary>
    public static bool IsValueTuple(Type type) => type.IsValueType && typeof(ITuple).IsAssignableFrom(type);

    /// <summary>The shape of a row type.</summary>
    /// <exception cref="ClickHouseMappingException">The type cannot be made from a row.</exception>
    public static RowShape Of(Type type) => IsValueTuple(type) ? OfTuple(type) : OfRecord(type);

    private static RowShape OfTuple(Type type)
    {
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance);
        if (fields.Any(field => field.Name == "Rest"))
        {
            throw new ClickHouseMappingException($"{TypeNames.Of(type)}: value tuples of up to seven values are rows; use a record.");
        }

        var members = fields
            .Select(field => new RowMember(field.Name, field.FieldType, MayBeNull: true, IsRequired: true, IsParameter: true, field))
            .ToList();
        return new RowShape(type, type.GetConstructor([.. fields.Select(field => field.FieldType)]), members, isPositional: true);
    }

    private static RowShape OfRecord(Type type)
    {
        var constructors = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).ToList();
        if (type.IsAbstract || (constructors.Count == 0 && !type.IsValueType)
            || (constructors.Count > 1 && constructors[0].GetParameters().Length == constructors[1].GetParameters().Length))
        {
            throw new ClickHouseMappingException(
                $"{TypeNames.Of(type)} cannot be a row: it needs one public constructor that takes more values than the others.");
        }

        var constructor = constructors.FirstOrDefault();
        var nullability = new NullabilityInfoContext();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true })
            .ToDictionary(property => MemberNames.Normalize(property.Name), StringComparer.Ordinal);
        List<RowMember> members = [];
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            properties.Remove(MemberNames.Normalize(parameter.Name!), out var property);
            var mayBeNull = nullability.Create(parameter).WriteState != NullabilityState.NotNull;
            members.Add(new RowMember(parameter.Name!, parameter.ParameterType, mayBeNull, IsRequired: true, IsParameter: true, property));
        }

        foreach (var property in properties.Values.Where(property => property.SetMethod is { IsPublic: true }))
        {
            var mayBeNull = nullability.Create(property).WriteState != NullabilityState.NotNull;
            var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            members.Add(new RowMember(property.Name, property.PropertyType, mayBeNull, isRequired, IsParameter: false, property));
        }

        return new RowShape(type, constructor, members, isPositional: false);
    }
}
