using Sendra.WebApi.Access;

namespace Sendra.WebApi.Mcp;

/// <summary>Says what a tool asks of its caller beyond the right to read.</summary>
/// <param name="need">What it asks.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolNeedsAttribute(Need need) : Attribute
{
    public Need Need { get; } = need;
}
