namespace Sendra.WebApi.Compat.Common;

/// <summary>Where the APIs are that other products' clients call.</summary>
internal static class CompatPaths
{
    /// <summary>What all of their addresses begin with.</summary>
    public const string Prefix = "/compat";

    /// <summary>The group of the OpenAPI document.</summary>
    public const string Group = "compat";

    public static bool IsCompat(this HttpRequest request) => request.Path.StartsWithSegments(Prefix);
}
