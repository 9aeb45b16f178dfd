using System.Reflection;

namespace Sendra.ArchitectureTests.Layers;

/// <summary>The layers, from the inside out.</summary>
internal static class Assemblies
{
    public static readonly Assembly Domain = Assembly.Load("Sendra.Domain");
    public static readonly Assembly Application = Assembly.Load("Sendra.Application");
    public static readonly Assembly Infrastructure = Assembly.Load("Sendra.Infrastructure");
    public static readonly Assembly WebApi = Assembly.Load("Sendra.WebApi");
}
