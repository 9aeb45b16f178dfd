namespace Sendra.Application.Suppressions.AddSuppression;

/// <param name="Suppression">What suppresses the address now.</param>
/// <param name="IsNew">False when it was suppressed as widely before.</param>
public sealed record AddedSuppression(SuppressionResult Suppression, bool IsNew);
