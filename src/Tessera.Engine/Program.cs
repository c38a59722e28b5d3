return await Tessera.Engine.Hosting.EngineProgram.RunAsync(args);
