/** Whether WebGL 2, which Sigma needs, is to be had; asked for once and given back, as browsers allow few contexts. */
export function canDraw(): boolean {
  if (typeof WebGL2RenderingContext === 'undefined') return false;
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}
