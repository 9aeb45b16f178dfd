namespace Sendra.Domain.Common;

/// <summary>A refusal that a caller can understand and act on. Answered as a 4xx with <see cref="Code"/>.</summary>
/// <param name="code">Stable, in camelCase, for programs.</param>
/// <param name="message">A sentence for people.</param>
public abstract class DomainException(string code, string message) : Exception(message)
{
    /// <summary>Stable name of the refusal, camelCase.</summary>
    public string Code { get; } = code;
}
