namespace Sendra.Application.Ingestion;

/// <summary>The delivery to replay is no longer skipped: another replay was faster. Nothing happened.</summary>
public sealed class DeliveryNotSkippedException() : Exception("The delivery is no longer skipped.");
