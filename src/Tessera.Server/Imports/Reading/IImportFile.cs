namespace Tessera.Server.Imports.Reading;

/// <summary>A file to import, readable from its start as often as wanted.</summary>
internal interface IImportFile
{
    /// <summary>The name it was sent under, for messages.</summary>
    string Name { get; }

    /// <summary>Its size in bytes, as stored (compressed, if it is).</summary>
    long Length { get; }

    /// <summary>Opens it at its start. The caller disposes the stream.</summary>
    Stream Open();
}
