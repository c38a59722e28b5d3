using System.Net;
using System.Net.Sockets;
using System.Numerics;
using Tessera.ClickHouse.Rows;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Finds the codec for a ClickHouse type and a .NET type, or says why there is none.</summary>
internal static class CodecFactory
{
    /// <summary>The <see cref="Codec{T}"/> that reads a column as <paramref name="target"/>.</summary>
    /// <param name="column">The column, also named in errors.</param>
    /// <param name="target">The .NET type.</param>
    /// <param name="mayBeNull">Whether a reference of the target's type may be null; value types say so themselves.</param>
    /// <exception cref="ClickHouseMappingException">The two do not fit.</exception>
    public static object ForReading(Column column, Type target, bool mayBeNull) => Create(column, column.Type, target, mayBeNull);

    /// <summary>The <see cref="Codec{T}"/> that writes <paramref name="target"/> into a column, which may allow NULL where the type does not.</summary>
    /// <param name="column">The column, also named in errors.</param>
    /// <param name="target">The .NET type.</param>
    /// <exception cref="ClickHouseMappingException">The two do not fit.</exception>
    public static object ForWriting(Column column, Type target)
    {
        var isNeverNull = target.IsValueType && Nullable.GetUnderlyingType(target) is null;
        return isNeverNull && column.Type.Unwrapped is { Name: "Nullable" } type
            ? Make(typeof(NeverNullCodec<>), [target], CreatePresent(column, type.Inner(0), target, isRepeated: false))
            : Create(column, column.Type, target, mayBeNull: true);
    }

    private static object Create(Column column, ClickHouseType type, Type target, bool mayBeNull)
    {
        var isRepeated = type.Name == "LowCardinality";
        var bare = type.Unwrapped;
        var underlying = Nullable.GetUnderlyingType(target);
        if (bare.Name == "Nullable")
        {
            return CreateNullable(column, bare.Inner(0), target, underlying, mayBeNull, isRepeated);
        }

        return underlying is null
            ? CreatePresent(column, bare, target, isRepeated)
            : Make(typeof(PresentCodec<>), [underlying], CreatePresent(column, bare, underlying, isRepeated));
    }

    private static object CreateNullable(Column column, ClickHouseType inner, Type target, Type? underlying, bool mayBeNull, bool isRepeated)
    {
        if (underlying is not null)
        {
            return Make(typeof(NullableCodec<>), [underlying], CreatePresent(column, inner, underlying, isRepeated));
        }

        if (target.IsValueType || !mayBeNull)
        {
            throw column.Mismatch(target, $"it may be NULL, so use {TypeNames.Of(target)}?");
        }

        return Make(typeof(NullableReferenceCodec<>), [target], CreatePresent(column, inner, target, isRepeated));
    }

    private static object CreatePresent(Column column, ClickHouseType type, Type target, bool isRepeated) => type.Name switch
    {
        "Bool" => Same<bool>(column, target),
        "UInt8" when target == typeof(bool) => new NumberCodec<bool>(),
        "Int8" => Integer<sbyte>(column, target),
        "Int16" => Integer<short>(column, target),
        "Int32" => Integer<int>(column, target),
        "Int64" => Integer<long>(column, target),
        "Int128" => Integer<Int128>(column, target),
        "UInt8" => Integer<byte>(column, target),
        "UInt16" => Integer<ushort>(column, target),
        "UInt32" => Integer<uint>(column, target),
        "UInt64" => Integer<ulong>(column, target),
        "UInt128" => Integer<UInt128>(column, target),
        "Int256" => Only(column, target, () => new WideIntegerCodec(isSigned: true)),
        "UInt256" => Only(column, target, () => new WideIntegerCodec(isSigned: false)),
        "Float32" when target == typeof(double) => new ConvertingCodec<float, double>(new NumberCodec<float>(), value => value, Narrow),
        "Float32" => Same<float>(column, target),
        "Float64" => Same<double>(column, target),
        "Decimal" => Only(column, target, () => Decimal(type.Number(0), type.Arguments.Count > 1 ? type.Number(1) : 0)),
        "String" or "JSON" => Text(column, target, isRepeated),
        "FixedString" => FixedText(column, target, type.Number(0)),
        "UUID" => Only(column, target, () => new UuidCodec()),
        "Date" => Only(column, target, () => new ConvertingCodec<ushort, DateOnly>(
            new NumberCodec<ushort>(), days => DateTimeConversions.FromDays(days), DateTimeConversions.ToDays)),
        "Date32" => Only(column, target, () => new ConvertingCodec<int, DateOnly>(
            new NumberCodec<int>(), DateTimeConversions.FromDays, DateTimeConversions.ToWideDays)),
        "DateTime" => Only(column, target, () => new ConvertingCodec<uint, DateTimeOffset>(
            new NumberCodec<uint>(), DateTimeConversions.FromSeconds, DateTimeConversions.ToSeconds)),
        "DateTime64" => Only(column, target, () => Fraction(type.Number(0))),
        "IPv4" => Only(column, target, () => new AddressCodec(AddressFamily.InterNetwork)),
        "IPv6" => Only(column, target, () => new AddressCodec(AddressFamily.InterNetworkV6)),
        "Enum8" => Enumeration<sbyte>(column, type, target),
        "Enum16" => Enumeration<short>(column, type, target),
        "Array" => List(column, type.Inner(0), target),
        "Map" => Map(column, type, target),
        "Tuple" => Tuple(column, type, target),
        "Nothing" => Make(typeof(NothingCodec<>), [target]),
        _ => throw column.Mismatch(target, "this client does not know the type; convert it in the query, for example with toString()"),
    };

    private static Codec<T> Same<T>(Column column, Type target)
        where T : unmanaged =>
        target == typeof(T) ? new NumberCodec<T>() : throw column.Mismatch(target, $"use {TypeNames.Of(typeof(T))}");

    private static Codec<T> Only<T>(Column column, Type target, Func<Codec<T>> create) =>
        target == typeof(T) ? create() : throw column.Mismatch(target, $"use {TypeNames.Of(typeof(T))}");

    private static object Integer<TWire>(Column column, Type target)
        where TWire : unmanaged, IBinaryInteger<TWire>
    {
        if (target == typeof(TWire))
        {
            return new NumberCodec<TWire>();
        }

        Type[] others =
        [
            typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
            typeof(Int128), typeof(UInt128), typeof(BigInteger),
        ];
        return others.Contains(target)
            ? Make(typeof(IntegerCodec<,>), [typeof(TWire), target])
            : throw column.Mismatch(target, $"use {TypeNames.Of(typeof(TWire))} or another whole number");
    }

    private static float Narrow(double value) =>
        (float)value is var narrow && (double.IsNaN(value) || narrow == value)
            ? narrow
            : throw new ValueException($"{value} is not exactly a Float32.");

    private static Codec<decimal> Decimal(int precision, int scale) => precision switch
    {
        <= 9 => new DecimalCodec<int>(precision, scale),
        <= 18 => new DecimalCodec<long>(precision, scale),
        <= 38 => new DecimalCodec<Int128>(precision, scale),
        _ => new WideDecimalCodec(precision, scale),
    };

    private static object Text(Column column, Type target, bool isRepeated)
    {
        if (target == typeof(byte[]))
        {
            return new BytesCodec();
        }

        return Only<string>(column, target, () => isRepeated ? new RepeatedTextCodec() : new TextCodec());
    }

    private static object FixedText(Column column, Type target, int size) =>
        target == typeof(byte[])
            ? new FixedBytesCodec(size)
            : Only(column, target, () => new ConvertingCodec<byte[], string>(
                new FixedBytesCodec(size),
                bytes => System.Text.Encoding.UTF8.GetString(bytes.AsSpan().TrimEnd((byte)0)),
                System.Text.Encoding.UTF8.GetBytes));

    private static ConvertingCodec<long, DateTimeOffset> Fraction(int digits) => new(
        new NumberCodec<long>(),
        count => DateTimeConversions.FromFraction(count, digits),
        instant => DateTimeConversions.ToFraction(instant, digits));

    private static object Enumeration<TWire>(Column column, ClickHouseType type, Type target)
        where TWire : unmanaged, IBinaryInteger<TWire>
    {
        var members = type.Arguments.Select(argument => (Name: argument.Label!, Number: TWire.CreateChecked(argument.Number!.Value))).ToList();
        if (target == typeof(string))
        {
            return new EnumCodec<TWire, string>(
                members.ToDictionary(member => member.Number, member => member.Name),
                members.ToDictionary(member => member.Name, member => member.Number, StringComparer.Ordinal));
        }

        if (!target.IsEnum)
        {
            throw column.Mismatch(target, "use string or an enum with the same names");
        }

        return typeof(CodecFactory)
            .GetMethod(nameof(EnumerationOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeof(TWire), target)
            .Invoke(null, [members])!;
    }

    private static EnumCodec<TWire, TValue> EnumerationOf<TWire, TValue>(IReadOnlyList<(string Name, TWire Number)> members)
        where TWire : unmanaged, IBinaryInteger<TWire>
        where TValue : struct, Enum
    {
        var named = Enum.GetNames<TValue>()
            .ToDictionary(MemberNames.Normalize, Enum.Parse<TValue>, StringComparer.Ordinal);
        var pairs = members
            .Where(member => named.ContainsKey(MemberNames.Normalize(member.Name)))
            .Select(member => (member.Number, Value: named[MemberNames.Normalize(member.Name)]))
            .ToList();
        return new EnumCodec<TWire, TValue>(
            pairs.ToDictionary(pair => pair.Number, pair => pair.Value),
            pairs.ToDictionary(pair => pair.Value, pair => pair.Number));
    }

    private static object List(Column column, ClickHouseType itemType, Type target)
    {
        var item = target.IsArray
            ? target.GetElementType()!
            : target.IsGenericType && target.GetGenericArguments() is [var argument] ? argument : null;
        if (item is null || !(target.IsAssignableFrom(item.MakeArrayType()) || target == typeof(List<>).MakeGenericType(item)))
        {
            throw column.Mismatch(target, "use an array, List<T> or IReadOnlyList<T>");
        }

        var codec = Create(column, itemType, item, mayBeNull: true);
        var finish = typeof(CodecFactory)
            .GetMethod(target.IsAssignableFrom(item.MakeArrayType()) ? nameof(AsArray) : nameof(AsList), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(item, target)
            .CreateDelegate(typeof(Func<,>).MakeGenericType(item.MakeArrayType(), target));
        return Make(typeof(ListCodec<,>), [item, target], codec, finish);
    }

    private static TList AsArray<TItem, TList>(TItem[] items) => (TList)(object)items;

    private static TList AsList<TItem, TList>(TItem[] items) => (TList)(object)new List<TItem>(items);

    private static object Map(Column column, ClickHouseType type, Type target)
    {
        if (!target.IsGenericType || target.GetGenericArguments() is not [var key, var value]
            || !target.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, value)))
        {
            throw column.Mismatch(target, "use Dictionary<K, V> or IReadOnlyDictionary<K, V>");
        }

        return Make(
            typeof(MapCodec<,,>),
            [key, value, target],
            Create(column, type.Inner(0), key, mayBeNull: false),
            Create(column, type.Inner(1), value, mayBeNull: true));
    }

    private static object Tuple(Column column, ClickHouseType type, Type target)
    {
        if (RowShape.IsScalar(target) || target == typeof(object))
        {
            throw column.Mismatch(target, "use a value tuple, or a record when the elements have names");
        }

        var elements = type.Arguments.Select(element => new Column(element.Label ?? "", element.Type!)).ToList();
        return Make(typeof(TupleCodec<>), [target], elements);
    }

    private static object Make(Type definition, Type[] arguments, params object[] parameters) =>
        Activator.CreateInstance(definition.MakeGenericType(arguments), parameters)!;
}
