namespace Sendra.Cli.Importing;

/// <summary>What is known of a file before it is sent.</summary>
/// <param name="Fingerprint">Tells its content from any other.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Lines">How many lines it has.</param>
internal sealed record FileFacts(string Fingerprint, long Bytes, long Lines);
