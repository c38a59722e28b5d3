using System.Linq.Expressions;
using System.Reflection;
using Tessera.ClickHouse.Codecs;

namespace Tessera.ClickHouse.Rows;

/// <summary>Compiles the code that reads or writes whole rows of a .NET type, without boxing or reflection per row.</summary>
internal static class RowCompiler
{
    /// <summary>The code that reads a row; its result means nothing when the reader is incomplete afterwards.</summary>
    /// <exception cref="ClickHouseMappingException">Columns and type do not fit.</exception>
    public static Func<RowReader, T> Reader<T>(IReadOnlyList<Column> columns, bool isNested = false)
    {
        var reader = Expression.Parameter(typeof(RowReader), "reader");
        if (IsOneValue(typeof(T), columns))
        {
            RequireOneColumn(typeof(T), columns);
            return Expression.Lambda<Func<RowReader, T>>(ReadCell(reader, columns[0], typeof(T), mayBeNull: true), reader).Compile();
        }

        var shape = RowShape.Of(typeof(T));
        var members = RowMatch.ForReading(shape, columns);
        List<Expression> body = [];
        var variables = new Dictionary<RowMember, ParameterExpression>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (!isNested)
            {
                body.Add(Expression.Assign(Expression.Property(reader, nameof(RowReader.Column)), Expression.Constant(i)));
            }

            var variable = Expression.Variable(members[i].Type, members[i].Name);
            variables.Add(members[i], variable);
            body.Add(Expression.Assign(variable, ReadCell(reader, columns[i], members[i].Type, members[i].MayBeNull)));
        }

        // The constructor runs only on complete rows: it may check its arguments.
        body.Add(Expression.Condition(
            Expression.Property(reader, nameof(RowReader.IsIncomplete)),
            Expression.Default(typeof(T)),
            Construct(shape, variables)));
        return Expression.Lambda<Func<RowReader, T>>(Expression.Block(variables.Values, body), reader).Compile();
    }

    /// <summary>The code that writes a row.</summary>
    /// <exception cref="ClickHouseMappingException">Columns and type do not fit.</exception>
    public static Action<RowWriter, T> Writer<T>(IReadOnlyList<Column> columns, bool isNested = false)
    {
        var writer = Expression.Parameter(typeof(RowWriter), "writer");
        var row = Expression.Parameter(typeof(T), "row");
        if (IsOneValue(typeof(T), columns))
        {
            RequireOneColumn(typeof(T), columns);
            return Expression.Lambda<Action<RowWriter, T>>(WriteCell(writer, columns[0], row), writer, row).Compile();
        }

        var members = RowMatch.ForWriting(RowShape.Of(typeof(T)), columns);
        List<Expression> body = [];
        for (var i = 0; i < columns.Count; i++)
        {
            if (!isNested)
            {
                body.Add(Expression.Assign(Expression.Property(writer, nameof(RowWriter.Column)), Expression.Constant(i)));
            }

            body.Add(WriteCell(writer, columns[i], members[i].ReadFrom(row)));
        }

        return Expression.Lambda<Action<RowWriter, T>>(Expression.Block(body), writer, row).Compile();
    }

    private static bool IsOneValue(Type type, IReadOnlyList<Column> columns) =>
        RowShape.IsScalar(type)
        || (RowShape.IsValueTuple(type) && columns is [{ Type.Unwrapped.Name: "Tuple" }] && RowShape.Of(type).Members.Count > 1);

    private static void RequireOneColumn(Type type, IReadOnlyList<Column> columns)
    {
        if (columns.Count != 1)
        {
            throw new ClickHouseMappingException(
                $"{TypeNames.Of(type)} carries one column, but there are {columns.Count}: {string.Join(", ", columns.Select(column => column.Name))}.");
        }
    }

    private static MethodCallExpression ReadCell(ParameterExpression reader, Column column, Type type, bool mayBeNull)
    {
        var codec = CodecFactory.ForReading(column, type, mayBeNull);
        var read = codec.GetType().GetMethod("Read", BindingFlags.Public | BindingFlags.Instance)!;
        return Expression.Call(Expression.Constant(codec), read, reader);
    }

    private static MethodCallExpression WriteCell(ParameterExpression writer, Column column, Expression value)
    {
        var codec = CodecFactory.ForWriting(column, value.Type);
        var write = codec.GetType().GetMethod("Write", BindingFlags.Public | BindingFlags.Instance)!;
        return Expression.Call(Expression.Constant(codec), write, writer, value);
    }

    private static Expression Construct(RowShape shape, Dictionary<RowMember, ParameterExpression> variables)
    {
        var parameters = shape.Members.Where(member => member.IsParameter).Select(member => variables[member]);
        var made = shape.Constructor is { } constructor ? Expression.New(constructor, parameters) : Expression.New(shape.Type);
        var bindings = shape.Members
            .Where(member => !member.IsParameter && variables.ContainsKey(member))
            .Select(member => Expression.Bind(member.Source!, variables[member]))
            .ToList();
        return bindings.Count == 0 ? made : Expression.MemberInit(made, bindings);
    }
}
