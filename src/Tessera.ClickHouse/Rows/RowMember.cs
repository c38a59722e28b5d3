using System.Linq.Expressions;
using System.Reflection;

namespace Tessera.ClickHouse.Rows;

/// <summary>One value of a row type: a constructor parameter, a property that can be set, or both.</summary>
/// <param name="Name">Its name in .NET.</param>
/// <param name="Type">Its type.</param>
/// <param name="MayBeNull">Whether null is allowed; for references as annotated, unannotated counts as allowed.</param>
/// <param name="IsRequired">Whether a row cannot be made without it.</param>
/// <param name="IsParameter">Whether it is given to the constructor; if so, in the order of the members.</param>
/// <param name="Source">The property or field that holds it, or null when it cannot be read back.</param>
internal sealed record RowMember(string Name, Type Type, bool MayBeNull, bool IsRequired, bool IsParameter, MemberInfo? Source)
{
    public Expression ReadFrom(Expression row) => Source switch
    {
        PropertyInfo property => Expression.Property(row, property),
        FieldInfo field => Expression.Field(row, field),
        _ => throw new ClickHouseMappingException(
            $"{TypeNames.Of(row.Type)} has no property for its constructor parameter '{Name}', so it can be read but not inserted."),
    };
}
