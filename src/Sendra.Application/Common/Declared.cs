namespace Sendra.Application.Common;

/// <summary>What came of an idempotent declaration.</summary>
/// <typeparam name="T">What is declared.</typeparam>
/// <param name="Value">It, as it stands now.</param>
/// <param name="IsNew">False when it had been declared before.</param>
public sealed record Declared<T>(T Value, bool IsNew);
