namespace Sendra.Domain.EventPatterns;

/// <summary>A property that does not fit a schema.</summary>
/// <param name="Field">Which: <c>eventProperties.plan</c>.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record SchemaViolation(string Field, string Message)
{
    /// <summary>The code of refusals, skips and warnings.</summary>
    public const string Code = "schemaViolated";
}
