using System.Reflection;
using Sendra.ArchitectureTests.Layers;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>Every statement over rows that there is.</summary>
internal static class RowStatements
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<string, FieldInfo> Fields = Assemblies.Infrastructure.GetTypes()
        .SelectMany(type => type.GetFields(Static))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(RowStatement<>))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}");

    public static IEnumerable<string> Names => Fields.Keys;

    /// <summary>A statement with so many rows, of which its text depends on nothing but the number.</summary>
    public static RowOperation OperationOf(string statement, int rows) => (RowOperation)typeof(RowStatements)
        .GetMethod(nameof(Operation), Static)!
        .MakeGenericMethod(Fields[statement].FieldType.GenericTypeArguments)
        .Invoke(null, [Fields[statement].GetValue(null), rows])!;

    /// <summary>What a type has that is no such statement.</summary>
    public static IEnumerable<string> OthersIn(Type type) => type.GetFields(Static).Except(Fields.Values).Select(field => field.Name);

    private static RowOperation Operation<T>(RowStatement<T> statement, int rows) => statement.Write(new T[rows]);
}
