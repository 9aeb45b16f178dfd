using System.Reflection;

namespace Sendra.EndToEndTests.Common;

/// <summary>Where things are in the sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Read("RepositoryRoot");

    public static string WebApiDirectory { get; } = Path.Combine(Root, "src", "Sendra.WebApi");

    public static string WebApi { get; } = Path.Combine(WebApiDirectory, Read("WebApi"));

    public static string AdminApp { get; } = Path.Combine(Root, "src", "Sendra.AdminSpa");

    public static string Pictures { get; } = Path.Combine(Root, "artifacts", "end-to-end");

    private static string Read(string name) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!;
}
