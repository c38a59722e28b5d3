using System.Reflection;
using System.Text;

namespace Tessera.Testing;

/// <summary>Prints what an assembly shows to others, so that a change of it is seen and reviewed.</summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock Gate = new();

    /// <summary>The public and protected types and members of an assembly, one a line, sorted.</summary>
    /// <param name="assembly">The assembly.</param>
    public static string Describe(Assembly assembly)
    {
        // The nullability reader keeps a cache that is not safe to share.
        lock (Gate)
        {
            var text = new StringBuilder();
            foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append(DescribeType(type)).Append('\n');
                foreach (var member in DescribeMembers(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }

            return text.ToString();
        }
    }

    /// <summary>Compares an assembly's surface with the text recorded beside its project, <c>PublicAPI.txt</c>.</summary>
    /// <param name="assembly">The assembly; its project is <c>src/&lt;name&gt;</c>.</param>
    /// <returns>
    /// The lines that differ, with <c>+</c> for new and <c>-</c> for gone; empty when equal. With TESSERA_ACCEPT=1 the record is
    /// rewritten and nothing differs.
    /// </returns>
    public static IReadOnlyList<string> DifferencesFromRecord(Assembly assembly)
    {
        var path = Path.Combine(RepositoryRoot.Path, "src", assembly.GetName().Name!, "PublicAPI.txt");
        var actual = Describe(assembly);
        if (Environment.GetEnvironmentVariable("TESSERA_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
            return [];
        }

        var recorded = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        return actual == recorded ? [] : Compare(recorded, actual);
    }

    private static List<string> Compare(string recorded, string actual)
    {
        var before = Qualify(recorded);
        var after = Qualify(actual);
        List<string> differences = [.. before.Except(after, StringComparer.Ordinal).Select(line => "- " + line), .. after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line)];
        differences.Add("Review the change, then record it: TESSERA_ACCEPT=1 with the same test.");
        return differences;
    }

    // A member's line alone says nothing about its type, and equal lines under two types must not cancel out.
    private static HashSet<string> Qualify(string surface)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var owner = "";
        foreach (var line in surface.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            owner = line.StartsWith(' ') ? owner : line;
            lines.Add(line.StartsWith(' ') ? $"{owner} :: {line.Trim()}" : line);
        }

        return lines;
    }

    private static string DescribeType(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parents = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum)
        {
            parents.Add(CSharpNames.Of(parent));
        }

        parents.AddRange(type.GetInterfaces().Where(contract => contract.IsPublic).Select(CSharpNames.Of).Order(StringComparer.Ordinal));
        var heritage = type.IsEnum || parents.Count == 0 ? "" : " : " + string.Join(", ", parents);
        return $"{kind} {type.Namespace}.{CSharpNames.Of(type)}{heritage}";
    }

    private static IEnumerable<string> DescribeMembers(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return type.GetConstructors(Declared).Where(IsShown).Select(constructor => $"{Access(constructor)}new({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Describe))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsShown)).Select(Describe))
            .Concat(type.GetEvents(Declared).Where(member => IsShown(member.AddMethod!)).Select(Describe))
            .Concat(type.GetMethods(Declared).Where(method => IsShown(method) && !IsAccessor(method) && !IsMadeByCompiler(method)).Select(Describe));
    }

    private static string Describe(FieldInfo field)
    {
        var modifier = field.IsLiteral ? "const " : field.IsStatic ? "static " : "";
        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";
        return $"{modifier}{CSharpNames.Of(field.FieldType, Nullability.Create(field))} {field.Name}{value}";
    }

    private static string Describe(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsShown);
        var required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? "required " : "";
        var getter = property.GetMethod is { } get && IsShown(get) ? "get; " : "";
        var setter = property.SetMethod is not { } set || !IsShown(set) ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ? "init; " : "set; ";
        var indexes = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Describe))}]" : "";
        return $"{Access(accessor)}{required}{CSharpNames.Of(property.PropertyType, Nullability.Create(property))} {property.Name}{indexes} {{ {getter}{setter}}}";
    }

    private static string Describe(EventInfo member) =>
        $"{Access(member.AddMethod!)}event {CSharpNames.Of(member.EventHandlerType!, Nullability.Create(member))} {member.Name}";

    private static string Describe(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(CSharpNames.Of))}>"
            : "";
        return $"{Access(method)}{CSharpNames.Of(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        var modifier = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var fallback = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";
        return $"{modifier}{CSharpNames.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{fallback}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Access(MethodBase method) => (method.IsPublic ? "" : "protected ")
        + (method.IsStatic && !method.IsConstructor ? "static " : "")
        + (method is { IsAbstract: true, DeclaringType.IsInterface: false } ? "abstract " : "");

    private static bool IsShown(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // What every record has; the line of the type says that it is one by its equality.
    private static bool IsMadeByCompiler(MethodInfo method) =>
        method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) || method.Name.Contains('<', StringComparison.Ordinal);
}
