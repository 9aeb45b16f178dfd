namespace Sendra.Application.Ingestion;

/// <summary>The delivery to be replayed is skipped no longer: another replay was first. Nothing happened.</summary>
public sealed class DeliveryNotSkippedException() : Exception("The delivery is no longer skipped.");
