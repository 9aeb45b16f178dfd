using System.Reflection;

namespace Sendra.WebApi.Operating;

/// <summary>Who is told why Sendra can't start.</summary>
internal static class StartProblem
{
    /// <summary>True when the program was started by itself: then somebody reads one line. A host that starts it in its own process gets the exception.</summary>
    public static bool IsForOperator { get; } = Assembly.GetEntryAssembly() == typeof(StartProblem).Assembly;
}
