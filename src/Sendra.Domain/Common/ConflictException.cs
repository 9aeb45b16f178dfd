namespace Sendra.Domain.Common;

/// <summary>The thing is in a state in which this can't be done (A8), or someone else changed it meanwhile. 409.</summary>
/// <param name="code">Stable, camelCase.</param>
/// <param name="message">A sentence for people.</param>
public sealed class ConflictException(string code, string message) : DomainException(code, message)
{
    /// <summary>The code when another request made the same thing first.</summary>
    public const string AlreadyExists = "alreadyExists";

    /// <summary>The code when another request changed the same thing first.</summary>
    public const string ChangedMeanwhile = "changedMeanwhile";
}
